"""What the peers have in common: arguments, comparison with our own samples, and the clock."""

import argparse
import os
import resource
import time

import numpy as np
import pandas as pd
import pyarrow
import pyarrow.parquet

SECOND = 1_000_000_000
STALE = 3 * SECOND  # for so long a book is carried
TICK = 0.01  # of the generated market
SPREAD_FLOOR = 0.25 * TICK

KEYS = ["instrument", "event_time_ns"]
TOLERANCE = 1e-6


def run(compute, columns):
    """Runs a peer: compares first where there is something to compare with, else measures."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("input", help="quotes and trades, Parquet")
    arguments.add_argument("output", help="the samples, Parquet")
    arguments.add_argument("--expected", help="folder with our samples, to be compared with")
    options = arguments.parse_args()
    pyarrow.set_cpu_count(1)
    pyarrow.set_io_thread_count(1)
    if options.expected:
        compute(options.input, options.output)
        compare(options.output, options.expected, columns)
        return
    cpu = time.process_time_ns()
    wall = time.perf_counter_ns()
    compute(options.input, options.output)
    cpu = time.process_time_ns() - cpu
    wall = time.perf_counter_ns() - wall
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print("measured", cpu, wall, peak)


def compare(output, expected, columns):
    """Ends the program if the rows are others, or a value is further off than the tolerance."""
    theirs = pd.read_parquet(output).sort_values(KEYS).reset_index(drop=True)
    ours = samples(expected, columns)
    if len(theirs) != len(ours) or not theirs[KEYS].equals(ours[KEYS]):
        missing = ours[KEYS].merge(theirs[KEYS], how="outer", indicator="side")
        raise SystemExit(
            f"{len(theirs)} rows, expected {len(ours)}; in one of the two only:\n"
            f"{missing[missing.side != 'both'].head(20)}"
        )
    print(f"{len(ours)} rows compared; column, largest absolute and relative difference:")
    wrong = [column for column in columns if not same(column, theirs[column], ours[column])]
    if wrong:
        raise SystemExit(f"other values than expected: {', '.join(wrong)}")


def same(column, theirs, ours):
    theirs = theirs.to_numpy(dtype=float, na_value=np.nan)
    ours = ours.to_numpy(dtype=float, na_value=np.nan)
    here = ~np.isnan(ours)
    only_one = int((np.isnan(theirs) == here).sum())
    both = here & ~np.isnan(theirs)
    if not both.any():
        print(f"  {column}: no values, {only_one} in one of the two only")
        return only_one == 0
    off = np.abs(theirs[both] - ours[both])
    usual = np.median(np.abs(ours[both]))
    relative = off / np.maximum(np.maximum(np.abs(ours[both]), usual), 1e-300)
    note = f", {only_one} in one of the two only" if only_one else ""
    print(f"  {column}: {off.max():.3g} {relative.max():.3g}{note}")
    return only_one == 0 and relative.max() <= TOLERANCE


def samples(folder, columns):
    files = []
    for place, _, names in os.walk(folder):
        files += [os.path.join(place, name) for name in names if name.endswith(".parquet")]
    parts = [pyarrow.parquet.ParquetFile(file).read(KEYS + list(columns)) for file in sorted(files)]
    frame = pyarrow.concat_tables(parts).to_pandas()
    return frame.sort_values(KEYS).reset_index(drop=True)
