/** Reads metric conditions: a number beyond its threshold counts once it has been there for as long as is asked. */
import type { ManagedEntityStatus, MetricAlarmExpression } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import type { Site } from '../site.ts';
import type { AlarmFacets } from './alarm-kind.ts';
import { isRaised } from './alarm-state.ts';
import { metricValue, threshold, type Usage, usageOf } from './metric.ts';

interface Since {
  readonly yellow: number;
  readonly red: number | undefined;
}

interface Reading {
  readonly entity: Cell;
  readonly stamp: number;
  readonly tick: number;
  readonly usage: Usage | undefined;
}

export class Gauge {
  readonly #site: Site;
  /** Since when an entity is beyond an alarm's thresholds; only those that are. */
  readonly #since = new Map<string, Since>();

  /** The last reading: alarms on one entity's CPU and memory ask one after the other. */
  #last: Reading | undefined;

  constructor(site: Site) {
    this.#site = site;
  }

  forget(): void {
    this.#since.clear();
  }

  read(alarm: Cell<AlarmFacets>, e: MetricAlarmExpression, entity: Cell): ManagedEntityStatus {
    const value = metricValue(entity, e.metric.counterId, this.#usage(entity));
    const now = value === undefined ? 'gray' : threshold(e, value);
    if (!isRaised(now)) {
      if (this.#since.size > 0) this.#since.delete(keyOf(alarm, e, entity));
      return now;
    }
    return this.#lasting(keyOf(alarm, e, entity), e, now);
  }

  #usage(entity: Cell): Usage | undefined {
    const { tick } = this.#site.world;
    const last = this.#last;
    if (last?.entity === entity && last.stamp === entity.stamp && last.tick === tick) return last.usage;
    const usage = usageOf(entity);
    this.#last = { entity, stamp: entity.stamp, tick, usage };
    return usage;
  }

  #lasting(key: string, e: MetricAlarmExpression, status: ManagedEntityStatus): ManagedEntityStatus {
    const now = this.#site.clock.now();
    const before = this.#since.get(key);
    const since: Since = { yellow: before?.yellow ?? now, red: status === 'red' ? (before?.red ?? now) : undefined };
    this.#since.set(key, since);
    if (since.red !== undefined && now - since.red >= 1_000 * (e.redInterval ?? 0)) return 'red';
    const isYellow = e.yellow !== undefined && now - since.yellow >= 1_000 * (e.yellowInterval ?? 0);
    return isYellow ? 'yellow' : 'green';
  }
}

function keyOf(alarm: Cell<AlarmFacets>, e: MetricAlarmExpression, entity: Cell): string {
  return `${alarm.id}/${e.metric.counterId}/${e.operator}/${entity.id}`;
}
