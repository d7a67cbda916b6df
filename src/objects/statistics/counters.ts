/** Every counter there is, with its key. */
import { type Counter, element, GROUPS, type Line, type Rollup, UNITS } from './counter.ts';
import { CPU } from './cpu-counters.ts';
import { IO } from './io-counters.ts';
import { MEMORY } from './memory-counters.ts';
import { OTHER } from './other-counters.ts';

/** Keys as a vCenter has them, where they are known; of a line with four rollups that of the first. */
const KEYS: Readonly<Record<string, number>> = {
  'cpu.usage': 1,
  'cpu.usagemhz': 5,
  'cpu.reservedCapacity': 9,
  'cpu.system': 10,
  'cpu.wait': 11,
  'cpu.ready': 12,
  'cpu.idle': 13,
  'cpu.used': 14,
  'mem.usage': 23,
  'mem.reservedCapacity': 27,
  'mem.granted': 28,
  'mem.active': 32,
  'mem.shared': 36,
  'mem.zero': 40,
  'mem.unreserved': 44,
  'mem.swapused': 69,
  'mem.vmmemctl': 89,
  'mem.consumed': 97,
  'mem.overhead': 101,
  'disk.usage': 124,
  'disk.read': 130,
  'disk.write': 131,
  'disk.maxTotalLatency': 133,
  'net.usage': 142,
  'net.packetsRx': 146,
  'net.packetsTx': 147,
  'net.received': 148,
  'net.transmitted': 149,
  'sys.uptime': 155,
  'power.power': 164,
  'power.energy': 166,
  'virtualDisk.numberReadAveraged': 173,
  'virtualDisk.numberWriteAveraged': 174,
  'datastore.numberReadAveraged': 178,
  'datastore.numberWriteAveraged': 179,
  'datastore.totalReadLatency': 180,
  'datastore.totalWriteLatency': 181,
  'clusterServices.effectivecpu': 250,
  'disk.capacity': 279,
  'disk.provisioned': 280,
  'disk.used': 281,
};

/** Where the keys of the others begin. */
const OTHERS = 301;

const LINES: readonly Line[] = [...CPU, ...MEMORY, ...IO, ...OTHER];

function counters(): Counter[] {
  let next = OTHERS;
  const all: Counter[] = [];
  for (const line of LINES) {
    const known = KEYS[`${line.group}.${line.name}`];
    line.rollups.forEach((rollup, i) => {
      all.push(counter(line, rollup, known === undefined ? next++ : known + i));
    });
  }
  return all.sort((a, b) => a.info.key - b.info.key);
}

function counter(line: Line, rollup: Rollup, key: number): Counter {
  const { group, name, label, unit, stats, on, each, onlyEach, of } = line;
  // Of four, the average is what everybody looks at.
  const level = line.rollups.length > 1 && rollup !== 'average' ? 4 : line.level;
  const info = Object.freeze({
    key,
    nameInfo: element(name, label),
    groupInfo: element(group, GROUPS[group]),
    unitInfo: element(unit, UNITS[unit]),
    rollupType: rollup,
    statsType: stats,
    level,
    perDeviceLevel: onlyEach ? level : Math.max(level, 3),
  });
  return { info, rollup, on, each, onlyEach, of, stats };
}

export const COUNTERS: readonly Counter[] = counters();

export const COUNTER_BY_KEY: ReadonlyMap<number, Counter> = new Map(COUNTERS.map((c) => [c.info.key, c]));
