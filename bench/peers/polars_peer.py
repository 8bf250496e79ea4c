"""The columns of `samples` in polars: the same grid and windows as in pandas, as expressions."""

import harness
import polars as pl
from harness import SECOND, SPREAD_FLOOR, STALE
from pandas_peer import COLUMNS, VOLUME_BASELINES

BOOK = ["bid", "bid_size", "ask", "ask_size"]


def compute(path, output):
    rows = pl.read_parquet(path).sort("instrument", "event_time_ns", maintain_order=True)
    rows = rows.with_columns(slot=-((-pl.col("event_time_ns")) // SECOND))
    grid = states(grid_of(rows))
    result = features(grid).filter("sampled")
    result.select("instrument", "event_time_ns", *COLUMNS).write_parquet(output)


def of(expression):
    """Within the instrument."""
    return expression.over("instrument")


def before(name):
    return of(pl.col(name).shift())


def grid_of(rows):
    """One row per instrument and second: the last quote, order flow and trades of the second."""
    quotes = rows.filter(pl.col("kind") == "quote").with_columns(
        flow=pl.when(pl.col("bid") >= before("bid")).then("bid_size").otherwise(0)
        - pl.when(pl.col("bid") <= before("bid")).then(before("bid_size")).otherwise(0)
        - pl.when(pl.col("ask") <= before("ask")).then("ask_size").otherwise(0)
        + pl.when(pl.col("ask") >= before("ask")).then(before("ask_size")).otherwise(0)
    )
    books = quotes.group_by("instrument", "slot").agg(
        pl.col("event_time_ns").last().alias("quoted_ns"),
        pl.col(BOOK).last(),
        pl.col("flow").sum(),
    )
    size, price = pl.col("size"), pl.col("price")
    traded = (
        rows.filter(pl.col("kind") == "trade")
        .group_by("instrument", "slot")
        .agg(
            (pl.col("side") * size).sum().alias("signed"),
            size.sum().alias("total"),
            (price * size).sum().alias("notional"),
            pl.len().alias("trades"),
        )
    )
    quoted = pl.col("slot").filter(pl.col("kind") == "quote").max()
    spans = rows.group_by("instrument").agg(
        pl.int_ranges(pl.col("slot").min(), quoted + STALE // SECOND + 2).first().alias("slot")
    )
    return (
        spans.explode("slot")
        .join(books, ["instrument", "slot"], "left")
        .join(traded, ["instrument", "slot"], "left")
        .sort("instrument", "slot")
        .with_columns(pl.col("signed", "total", "notional", "trades").fill_null(0))
    )


def states(grid):
    """The book that each second ends with, and whether it can be used."""
    carried = grid.with_columns(
        of(pl.col("quoted_ns", *BOOK).fill_null(strategy="forward")),
        fresh=pl.col("quoted_ns").is_not_null(),
        event_time_ns=pl.col("slot") * SECOND,
    )
    age = pl.col("event_time_ns") - pl.col("quoted_ns")
    usable = carried.with_columns(usable=(age <= STALE).fill_null(False))
    was_usable = of(pl.col("usable").shift(fill_value=False))
    return usable.with_columns(
        pl.when("usable").then(pl.col(BOOK)),
        sampled=pl.col("usable") | was_usable,
        interrupted=pl.col("fresh") & ~was_usable,
    )


def features(grid):
    bid, ask = pl.col("bid"), pl.col("ask")
    top = pl.col("bid_size") + pl.col("ask_size")
    imbalance = (pl.col("bid_size") - pl.col("ask_size")) / top
    grid = grid.with_columns(
        mid=(bid + ask) / 2,
        spread=ask - bid,
        weighted_mid=bid + (ask - bid) * pl.col("bid_size") / top,
        top_depth=top,
        imbalance_1=imbalance,
        imbalance_5=imbalance,
        imbalance_10=imbalance,
        bid_depth_5=pl.col("bid_size"),
        bid_depth_10=pl.col("bid_size"),
        ask_depth_5=pl.col("ask_size"),
        ask_depth_10=pl.col("ask_size"),
    )
    follows = ~pl.col("interrupted")
    earlier = pl.col("spread").shift()
    grid = grid.with_columns(
        microprice=pl.col("weighted_mid"),
        spread_bps=1e4 * pl.col("spread") / pl.col("mid"),
        ret_1s=pl.when(follows).then(of(pl.col("mid").log().diff())),
        microprice_drift=pl.when(follows).then(
            1e4 * (pl.col("weighted_mid") / before("weighted_mid") - 1)
        ),
        spread_mean_60s=of(earlier.rolling_mean(60, min_samples=1)),
        spread_std_60s=of(earlier.rolling_std(60, min_samples=2)),
        known=of(earlier.is_not_null().cast(pl.Int32).rolling_sum(60, min_samples=1)) >= 30,
        depth_median_600s=of(pl.col("top_depth").shift().rolling_median(600, min_samples=120)),
        comparable=pl.col("usable") & follows,
        flow=pl.when(pl.col("sampled") & follows).then(pl.col("flow").fill_null(0)),
    )
    mean = pl.col("spread_mean_60s")
    score = (pl.col("spread") - mean) / pl.col("spread_std_60s").clip(lower_bound=SPREAD_FLOOR)
    squares = pl.col("ret_1s") ** 2
    grid = grid.with_columns(
        spread_z_60s=pl.when("known").then(score),
        spread_compression_60s=pl.when("known").then(pl.col("spread") / mean),
        ofi_1s=pl.when("comparable").then("flow"),
        ofi_10s=pl.when("comparable").then(of(pl.col("flow").rolling_sum(10, min_samples=1))),
        **{
            f"rv_{n}s": pl.when("usable").then(of(squares.rolling_sum(n, min_samples=n // 2)))
            for n in (10, 60, 300, 600)
        },
    )
    return traded(grid)


def traded(grid):
    def last(name, seconds):
        return of(pl.col(name).rolling_sum(seconds, min_samples=1))

    columns = {
        "volume_1s": pl.col("total"),
        "intensity_5s": last("trades", 5) / 5,
        "vwap_60s": pl.when(last("trades", 60) > 0).then(last("notional", 60) / last("total", 60)),
    }
    for n in VOLUME_BASELINES:
        share = last("signed", n) / last("total", n)
        columns[f"trade_imbalance_{n}s"] = pl.when(last("trades", n) > 0).then(share)
        columns[f"logs_{n}"] = last("total", n).clip(lower_bound=0).log1p()
    grid = grid.with_columns(**columns)
    for seconds, buckets in VOLUME_BASELINES.items():
        grid = volume_score(grid, seconds, buckets)
    return grid


def volume_score(grid, seconds, buckets):
    """z of ln(1 + volume) against whole buckets that do not overlap the window."""
    whole = of(pl.col("sampled").cast(pl.Int32).rolling_sum(seconds)) == seconds
    ends = (
        grid.select(
            "instrument",
            bucket=pl.col("slot") // seconds,
            log=pl.when(whole).then(f"logs_{seconds}"),
            ends=pl.col("slot") % seconds == 0,
        )
        .filter("ends")
        .with_columns(log=before("log"))
    )
    baseline = ends.select(
        "instrument",
        "bucket",
        mean=of(pl.col("log").rolling_mean(buckets, min_samples=30)),
        std=of(pl.col("log").rolling_std(buckets, min_samples=30)),
    )
    joined = grid.with_columns(bucket=pl.col("slot") // seconds).join(
        baseline, ["instrument", "bucket"], "left", maintain_order="left"
    )
    floor = 1e-9 * pl.max_horizontal(1.0, pl.col("mean").abs())
    score = (pl.col(f"logs_{seconds}") - pl.col("mean")) / pl.max_horizontal("std", floor)
    return joined.with_columns(score.alias(f"volume_z_{seconds}s")).drop("mean", "std", "bucket")


if __name__ == "__main__":
    harness.run(compute, COLUMNS)
