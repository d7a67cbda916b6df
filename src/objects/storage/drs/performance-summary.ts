/** QueryDatastorePerformanceSummary: how a datastore did over the last day, where Storage I/O Control collects it. */
import type { StoragePerformanceSummary } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { ledgerOf } from '../../compute/load/ledger.ts';
import { TICK } from '../../compute/load/tick.ts';
import { COUNTER_BY_KEY } from '../../statistics/counters.ts';
import type { Figures } from '../../statistics/figures.ts';
import { observe } from '../../statistics/observe.ts';
import { type Datastore, IORM } from '../datastore.ts';

/** Seconds that a summary is about, and seconds between the moments that are looked at. */
const DAY = 86_400;
const STEP = 300;
const PERCENTILES = [10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 99, 100];

/** Keys of the counters that say it: `datastore.totalReadLatency.average` and so on. */
const READS = 178;
const WRITES = 179;
const READ_LATENCY = 180;
const WRITE_LATENCY = 181;

/** None before anything was collected, or where nothing is. */
export function performanceSummary(datastore: Cell<Datastore>): StoragePerformanceSummary[] {
  const iorm = datastore.state.iorm ?? IORM;
  if (!iorm.enabled && !iorm.statsCollectionEnabled) return [];
  const { world } = datastore;
  const ledger = ledgerOf(world);
  const seen: Figures[] = [];
  for (let tick = world.tick; tick > Math.max(0, world.tick - DAY / TICK); tick -= STEP / TICK) {
    const observed = observe(ledger, datastore as unknown as Cell, tick);
    if (observed) seen.push(observed.whole);
  }
  if (seen.length === 0) return [];
  const values = (key: number) => seen.map((figures) => COUNTER_BY_KEY.get(key)!.of(figures));
  const [reads, writes, readLatency, writeLatency] = [READS, WRITES, READ_LATENCY, WRITE_LATENCY].map(values);
  const vmLatency = readLatency!.map((latency, i) => Math.max(latency, writeLatency![i]!));
  const congested = iorm.enabled ? vmLatency.filter((latency) => latency > iorm.congestionThreshold).length : 0;
  return [
    {
      interval: DAY,
      percentile: PERCENTILES,
      datastoreReadLatency: percentiles(readLatency!),
      datastoreWriteLatency: percentiles(writeLatency!),
      datastoreVmLatency: percentiles(vmLatency),
      datastoreReadIops: percentiles(reads!),
      datastoreWriteIops: percentiles(writes!),
      siocActivityDuration: congested * STEP * 1000,
    } as StoragePerformanceSummary,
  ];
}

function percentiles(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return PERCENTILES.map((p) => sorted[Math.min(sorted.length - 1, Math.ceil((p / 100) * sorted.length) - 1)] ?? 0);
}
