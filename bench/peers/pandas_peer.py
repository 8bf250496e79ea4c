"""The columns of `samples` in pandas: a grid of seconds per instrument, then rolling windows."""

import harness
import numpy as np
import pandas as pd
from harness import SECOND, SPREAD_FLOOR, STALE

VOLUME_BASELINES = {1: 300, 5: 60, 30: 120}
COLUMNS = [
    "mid", "spread", "spread_bps", "weighted_mid", "microprice", "imbalance_1", "imbalance_5",
    "imbalance_10", "top_depth", "bid_depth_5", "ask_depth_5", "bid_depth_10", "ask_depth_10",
    "ret_1s", "vwap_60s", "spread_mean_60s", "spread_std_60s", "spread_z_60s",
    "spread_compression_60s", "depth_median_600s", "ofi_1s", "ofi_10s", "trade_imbalance_1s",
    "trade_imbalance_5s", "trade_imbalance_30s", "volume_1s", "volume_z_1s", "volume_z_5s",
    "volume_z_30s", "intensity_5s", "rv_10s", "rv_60s", "rv_300s", "rv_600s", "microprice_drift",
]  # fmt: skip


def compute(path, output):
    rows = pd.read_parquet(path, use_threads=False)
    rows["instrument"] = rows["instrument"].astype("category")
    rows["code"] = rows["instrument"].cat.codes
    rows = rows.sort_values(["code", "event_time_ns"], kind="stable")
    rows["slot"] = -(-rows["event_time_ns"] // SECOND)
    quotes = rows[rows["kind"] == "quote"].copy()
    trades = rows[rows["kind"] == "trade"]
    grid = grid_of(quotes, trades)
    frames = [features(part) for _, part in grid.groupby("code", sort=False)]
    result = pd.concat(frames, ignore_index=True)
    names = rows["instrument"].cat.categories
    result.insert(0, "instrument", names.take(result.pop("code").to_numpy()))
    result.to_parquet(output, compression="zstd", index=False)


def grid_of(quotes, trades):
    """One row per instrument and second: the last quote, order flow and trades of the second."""
    before = quotes.groupby("code", sort=False)[["bid", "bid_size", "ask", "ask_size"]].shift()
    quotes["flow"] = (
        quotes["bid_size"].where(quotes["bid"] >= before["bid"], 0)
        - before["bid_size"].where(quotes["bid"] <= before["bid"], 0)
        - quotes["ask_size"].where(quotes["ask"] <= before["ask"], 0)
        + before["ask_size"].where(quotes["ask"] >= before["ask"], 0)
    )
    by_slot = quotes.groupby(["code", "slot"], sort=False)
    books = by_slot[["event_time_ns", "bid", "bid_size", "ask", "ask_size"]].last()
    books["flow"] = by_slot["flow"].sum()
    traded = pd.DataFrame(
        {
            "code": trades["code"],
            "slot": trades["slot"],
            "signed": trades["side"] * trades["size"],
            "total": trades["size"],
            "notional": trades["price"] * trades["size"],
            "trades": 1,
        }
    )
    traded = traded.groupby(["code", "slot"], sort=False).sum()
    first = pd.concat([quotes, trades]).groupby("code")["slot"].min()
    last = quotes.groupby("code")["slot"].max() + STALE // SECOND + 1
    lengths = last - first + 1
    code = np.repeat(first.index.to_numpy(), lengths)
    start = np.repeat(first.to_numpy(), lengths)
    begin = np.repeat(np.cumsum(lengths.to_numpy()) - lengths.to_numpy(), lengths)
    slot = start + np.arange(len(code)) - begin
    index = pd.MultiIndex.from_arrays([code, slot], names=["code", "slot"])
    grid = books.reindex(index).join(traded.reindex(index).fillna(0))
    return grid.reset_index()


def features(grid):
    """The samples of one instrument."""
    grid = grid.reset_index(drop=True)
    time = grid["slot"] * SECOND
    fresh = grid["event_time_ns"].notna()
    state = grid[["event_time_ns", "bid", "bid_size", "ask", "ask_size"]].ffill()
    usable = time - state["event_time_ns"] <= STALE
    sampled = usable | usable.shift(fill_value=False)
    interrupted = fresh & ~usable.shift(fill_value=False)
    state = state.where(usable)
    bid, ask = state["bid"], state["ask"]
    bid_size, ask_size = state["bid_size"], state["ask_size"]

    out = pd.DataFrame({"code": grid["code"], "event_time_ns": time})
    mid = out["mid"] = (bid + ask) / 2
    spread = out["spread"] = ask - bid
    out["spread_bps"] = 1e4 * spread / mid
    top = bid_size + ask_size
    weighted = out["weighted_mid"] = out["microprice"] = bid + spread * bid_size / top
    out["imbalance_1"] = out["imbalance_5"] = out["imbalance_10"] = (bid_size - ask_size) / top
    out["top_depth"] = top
    out["bid_depth_5"] = out["bid_depth_10"] = bid_size
    out["ask_depth_5"] = out["ask_depth_10"] = ask_size
    returns = out["ret_1s"] = np.log(mid).diff().where(~interrupted)
    out["microprice_drift"] = (1e4 * (weighted / weighted.shift() - 1)).where(~interrupted)

    window = spread.shift().rolling(60, min_periods=1)
    count, mean, std = window.count(), window.mean(), window.std()
    out["spread_mean_60s"], out["spread_std_60s"] = mean, std
    known = count >= 30
    out["spread_z_60s"] = ((spread - mean) / std.clip(lower=SPREAD_FLOOR)).where(known)
    out["spread_compression_60s"] = (spread / mean).where(known)
    out["depth_median_600s"] = top.shift().rolling(600, min_periods=120).median()

    flow = grid["flow"].fillna(0).where(sampled & ~interrupted)
    comparable = usable & ~interrupted
    out["ofi_1s"] = flow.where(comparable)
    out["ofi_10s"] = flow.rolling(10, min_periods=1).sum().where(comparable)
    squares = returns * returns
    for seconds in (10, 60, 300, 600):
        sums = squares.rolling(seconds, min_periods=seconds // 2).sum()
        out[f"rv_{seconds}s"] = sums.where(usable)

    trades(grid, sampled, out)
    return out[sampled]


def trades(grid, sampled, out):
    out["volume_1s"] = grid["total"]
    out["intensity_5s"] = grid["trades"].rolling(5, min_periods=1).sum() / 5
    traded = grid["total"].rolling(60, min_periods=1).sum()
    paid = grid["notional"].rolling(60, min_periods=1).sum()
    any_trade = grid["trades"].rolling(60, min_periods=1).sum() > 0
    out["vwap_60s"] = (paid / traded).where(any_trade)
    for seconds, buckets in VOLUME_BASELINES.items():
        total = grid["total"].rolling(seconds, min_periods=1).sum()
        signed = grid["signed"].rolling(seconds, min_periods=1).sum()
        any_trade = grid["trades"].rolling(seconds, min_periods=1).sum() > 0
        out[f"trade_imbalance_{seconds}s"] = (signed / total).where(any_trade)
        out[f"volume_z_{seconds}s"] = volume_score(grid, sampled, total, seconds, buckets)


def volume_score(grid, sampled, total, seconds, buckets):
    """z of ln(1 + volume) against whole buckets that do not overlap the window."""
    ends = grid["slot"] % seconds == 0
    whole = sampled.rolling(seconds).sum() == seconds
    logs = np.log1p(total.clip(lower=0))
    window = logs.where(whole)[ends].shift().rolling(buckets, min_periods=30)
    mean = window.mean().reindex(grid.index).ffill()
    std = window.std().reindex(grid.index).ffill()
    return (logs - mean) / np.maximum(std, 1e-9 * np.maximum(1, mean.abs()))


if __name__ == "__main__":
    harness.run(compute, COLUMNS)
