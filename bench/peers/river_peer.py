"""Columns of `samples` in river: one row at a time through its rolling statistics."""

import math

import harness
import pandas as pd
import pyarrow
import pyarrow.parquet
from harness import SECOND, SPREAD_FLOOR, STALE
from river import stats, utils

COLUMNS = [
    "mid", "spread", "spread_bps", "weighted_mid", "microprice", "imbalance_1", "top_depth",
    "ret_1s", "vwap_60s", "spread_mean_60s", "spread_std_60s", "spread_z_60s",
    "spread_compression_60s", "depth_median_600s", "ofi_1s", "ofi_10s", "trade_imbalance_1s",
    "trade_imbalance_5s", "trade_imbalance_30s", "volume_1s", "volume_z_1s", "intensity_5s",
    "rv_10s", "rv_60s", "rv_300s", "rv_600s", "microprice_drift",
]  # fmt: skip
NAN = math.nan


def compute(path, output):
    rows = pd.read_parquet(path, use_threads=False)
    rows = rows.sort_values("event_time_ns", kind="stable")
    out = {name: [] for name in harness.KEYS + COLUMNS}
    instruments = {}
    for row in rows.itertuples(index=False):
        known = instruments.get(row.instrument)
        if known is None:
            known = instruments[row.instrument] = Instrument(row.instrument, out)
        known.learn_one(row)
    for known in instruments.values():
        known.finish()
    pyarrow.parquet.write_table(pyarrow.table(out), output, compression="zstd")


def total(seconds):
    return utils.Rolling(stats.Sum, window_size=seconds)


class Instrument:
    """What is remembered of one instrument; gaps of more than three seconds end it."""

    def __init__(self, name, out):
        self.name, self.out = name, out
        self.slot, self.quote, self.time = None, None, None
        self.mid = self.weighted = NAN
        self.flow, self.signed, self.total, self.paid, self.trades = NAN, 0.0, 0.0, 0.0, 0
        self.spread_mean = utils.Rolling(stats.Mean, window_size=60)
        self.spread_var = utils.Rolling(stats.Var, window_size=60, ddof=1)
        self.depth_median = stats.RollingQuantile(0.5, 600)
        self.samples, self.returns, self.flows = 0, 0, total(10)
        self.squares = {seconds: total(seconds) for seconds in (10, 60, 300, 600)}
        self.signeds = {seconds: total(seconds) for seconds in (1, 5, 30)}
        self.totals = {seconds: total(seconds) for seconds in (1, 5, 30, 60)}
        self.paids, self.counts = total(60), total(5)
        self.log_mean = utils.Rolling(stats.Mean, window_size=300)
        self.log_var = utils.Rolling(stats.Var, window_size=300, ddof=1)
        self.held, self.logs = None, 0

    def learn_one(self, row):
        slot = -(-row.event_time_ns // SECOND)
        if self.slot is None:
            self.slot = slot
        while self.slot < slot:
            self.sample()
        if row.kind == "quote":
            self.book(row)
        else:
            self.signed += row.side * row.size
            self.total += row.size
            self.paid += row.price * row.size
            self.trades += 1

    def book(self, now):
        old = self.quote
        if old is not None:
            flow = now.bid_size if now.bid >= old.bid else 0.0
            flow -= old.bid_size if now.bid <= old.bid else 0.0
            flow -= now.ask_size if now.ask <= old.ask else 0.0
            flow += old.ask_size if now.ask >= old.ask else 0.0
            self.flow += flow
        self.quote, self.time = now, now.event_time_ns

    def finish(self):
        while self.slot * SECOND - self.time <= STALE:
            self.sample()
        self.sample()

    def sample(self):
        row = {name: NAN for name in COLUMNS}
        row["instrument"], row["event_time_ns"] = self.name, self.slot * SECOND
        usable = self.slot * SECOND - self.time <= STALE
        if usable:
            self.prices(row)
        self.baselines(row)
        self.traded(row)
        if usable:
            self.push(row)
        for name, values in self.out.items():
            values.append(row[name])
        self.slot += 1

    def prices(self, row):
        book = self.quote
        mid, spread = (book.bid + book.ask) / 2, book.ask - book.bid
        top = book.bid_size + book.ask_size
        weighted = book.bid + spread * book.bid_size / top
        row.update(mid=mid, spread=spread, spread_bps=1e4 * spread / mid, top_depth=top)
        row.update(weighted_mid=weighted, microprice=weighted)
        row["imbalance_1"] = (book.bid_size - book.ask_size) / top
        if not math.isnan(self.mid):
            row["ret_1s"] = math.log(mid / self.mid)
            row["microprice_drift"] = 1e4 * (weighted / self.weighted - 1)
        if not math.isnan(self.flow):
            self.flows.update(self.flow)
            row["ofi_1s"], row["ofi_10s"] = self.flow, self.flows.get()
        self.mid, self.weighted, self.flow = mid, weighted, 0.0

    def baselines(self, row):
        if self.samples > 0:
            mean = row["spread_mean_60s"] = self.spread_mean.get()
        if self.samples > 1:
            std = row["spread_std_60s"] = math.sqrt(max(0.0, self.spread_var.get()))
        if self.samples >= 30:
            row["spread_z_60s"] = (row["spread"] - mean) / max(std, SPREAD_FLOOR)
            row["spread_compression_60s"] = row["spread"] / mean
        if self.samples >= 120:
            row["depth_median_600s"] = self.depth_median.get()

    def push(self, row):
        self.spread_mean.update(row["spread"])
        self.spread_var.update(row["spread"])
        self.depth_median.update(row["top_depth"])
        self.samples += 1
        if math.isnan(row["ret_1s"]):
            return
        self.returns += 1
        for seconds, squares in self.squares.items():
            squares.update(row["ret_1s"] ** 2)
            if 2 * self.returns >= seconds:
                row[f"rv_{seconds}s"] = squares.get()

    def traded(self, row):
        for seconds, signed in self.signeds.items():
            signed.update(self.signed)
        for totals in self.totals.values():
            totals.update(self.total)
        self.paids.update(self.paid)
        self.counts.update(self.trades)
        for seconds, signed in self.signeds.items():
            traded = self.totals[seconds].get()
            if traded > 1e-9:
                row[f"trade_imbalance_{seconds}s"] = signed.get() / traded
        if self.totals[60].get() > 1e-9:
            row["vwap_60s"] = self.paids.get() / self.totals[60].get()
        row["volume_1s"], row["intensity_5s"] = self.total, self.counts.get() / 5
        self.volume_score(row)
        self.signed, self.total, self.paid, self.trades = 0.0, 0.0, 0.0, 0

    def volume_score(self, row):
        if self.held is not None:
            self.log_mean.update(self.held)
            self.log_var.update(self.held)
            self.logs += 1
        log = self.held = math.log1p(self.total)
        if self.logs >= 30:
            mean, var = self.log_mean.get(), max(0.0, self.log_var.get())
            row["volume_z_1s"] = (log - mean) / max(math.sqrt(var), 1e-9 * max(1, abs(mean)))


if __name__ == "__main__":
    harness.run(compute, COLUMNS)
