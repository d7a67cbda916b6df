/** Disks, datastores, adapters and networks. */
import { TICK } from '../compute/load/tick.ts';
import { AVERAGE, FOUR, LATEST, type Line, lines, type Row, SUM } from './counter.ts';
import type { Figures } from './figures.ts';

const none = () => 0;
const total = ({ io }: Figures) => io.read + io.write;
const requests = ({ io }: Figures) => io.reads + io.writes;
/** Milliseconds: a fast array that slows down as it has more to do. */
const readLatency = ({ io }: Figures) => (io.reads > 0 ? 0.4 + io.reads / 120 : 0);
const writeLatency = ({ io }: Figures) => (io.writes > 0 ? 0.6 + io.writes / 90 : 0);
const latency = (f: Figures) => Math.max(readLatency(f), writeLatency(f));

const RATES: readonly Row[] = [
  ['read', 'Read rate', 'kiloBytesPerSecond', 'rate', 2, AVERAGE, (f) => f.io.read],
  ['write', 'Write rate', 'kiloBytesPerSecond', 'rate', 2, AVERAGE, (f) => f.io.write],
];

const REQUESTS: readonly Row[] = [
  ['numberReadAveraged', 'Average read requests per second', 'number', 'rate', 1, AVERAGE, (f) => f.io.reads],
  ['numberWriteAveraged', 'Average write requests per second', 'number', 'rate', 1, AVERAGE, (f) => f.io.writes],
];

const LATENCIES: readonly Row[] = [
  ['totalReadLatency', 'Read latency', 'millisecond', 'absolute', 1, AVERAGE, readLatency],
  ['totalWriteLatency', 'Write latency', 'millisecond', 'absolute', 1, AVERAGE, writeLatency],
];

const HIGHEST: Row = ['maxTotalLatency', 'Highest latency', 'millisecond', 'absolute', 1, LATEST, latency];

const LUN: readonly Row[] = [
  ['commands', 'Commands issued', 'number', 'delta', 2, SUM, (f) => TICK * requests(f)],
  ['commandsAveraged', 'Average commands issued per second', 'number', 'rate', 2, AVERAGE, requests],
  ['commandsAborted', 'Commands terminated', 'number', 'delta', 2, SUM, none],
  ['busResets', 'Bus resets', 'number', 'delta', 2, SUM, none],
  ['numberRead', 'Read requests', 'number', 'delta', 3, SUM, (f) => TICK * f.io.reads],
  ['numberWrite', 'Write requests', 'number', 'delta', 3, SUM, (f) => TICK * f.io.writes],
];

const DEVICE: readonly Row[] = [
  ['deviceReadLatency', 'Physical device read latency', 'millisecond', 'absolute', 2, AVERAGE, readLatency],
  ['deviceWriteLatency', 'Physical device write latency', 'millisecond', 'absolute', 2, AVERAGE, writeLatency],
  ['deviceLatency', 'Physical device command latency', 'millisecond', 'absolute', 1, AVERAGE, latency],
  ['kernelReadLatency', 'Kernel read latency', 'millisecond', 'absolute', 2, AVERAGE, none],
  ['kernelWriteLatency', 'Kernel write latency', 'millisecond', 'absolute', 2, AVERAGE, none],
  ['kernelLatency', 'Kernel command latency', 'millisecond', 'absolute', 2, AVERAGE, none],
  ['queueReadLatency', 'Queue read latency', 'millisecond', 'absolute', 2, AVERAGE, none],
  ['queueWriteLatency', 'Queue write latency', 'millisecond', 'absolute', 2, AVERAGE, none],
  ['queueLatency', 'Queue command latency', 'millisecond', 'absolute', 2, AVERAGE, none],
  ['totalReadLatency', 'Read latency', 'millisecond', 'absolute', 2, AVERAGE, readLatency],
  ['totalWriteLatency', 'Write latency', 'millisecond', 'absolute', 2, AVERAGE, writeLatency],
  ['totalLatency', 'Command latency', 'millisecond', 'absolute', 3, AVERAGE, latency],
  ['maxQueueDepth', 'Maximum queue depth', 'number', 'absolute', 1, AVERAGE, () => 64],
  ['scsiReservationConflicts', 'SCSI reservation conflicts', 'number', 'delta', 2, SUM, none],
];

const VIRTUAL: readonly Row[] = [
  ['readOIO', 'Average number of outstanding read requests', 'number', 'absolute', 2, LATEST, (f) => f.io.reads / 200],
  [
    'writeOIO',
    'Average number of outstanding write requests',
    'number',
    'absolute',
    2,
    LATEST,
    (f) => f.io.writes / 200,
  ],
  ['readLoadMetric', 'Read workload metric', 'number', 'absolute', 2, LATEST, (f) => f.io.reads / 10],
  ['writeLoadMetric', 'Write workload metric', 'number', 'absolute', 2, LATEST, (f) => f.io.writes / 10],
  ['readLatencyUS', 'Read latency (us)', 'microsecond', 'absolute', 4, LATEST, (f) => 1_000 * readLatency(f)],
  ['writeLatencyUS', 'Write latency (us)', 'microsecond', 'absolute', 4, LATEST, (f) => 1_000 * writeLatency(f)],
  ['readIOSize', 'Read request size', 'number', 'absolute', 4, LATEST, (f) => size(f.io.read, f.io.reads)],
  ['writeIOSize', 'Write request size', 'number', 'absolute', 4, LATEST, (f) => size(f.io.write, f.io.writes)],
  ['smallSeeks', 'Number of small seeks', 'number', 'absolute', 4, LATEST, (f) => 0.5 * requests(f)],
  ['mediumSeeks', 'Number of medium seeks', 'number', 'absolute', 4, LATEST, (f) => 0.3 * requests(f)],
  ['largeSeeks', 'Number of large seeks', 'number', 'absolute', 4, LATEST, (f) => 0.2 * requests(f)],
];

/** Bytes of a request. */
function size(kilobytes: number, count: number): number {
  return count > 0 ? (1_024 * kilobytes) / count : 0;
}

const NET: readonly Row[] = [
  ['usage', 'Usage', 'kiloBytesPerSecond', 'rate', 1, FOUR, ({ io }) => io.received + io.sent],
  ['received', 'Data receive rate', 'kiloBytesPerSecond', 'rate', 2, AVERAGE, (f) => f.io.received],
  ['transmitted', 'Data transmit rate', 'kiloBytesPerSecond', 'rate', 2, AVERAGE, (f) => f.io.sent],
  ['bytesRx', 'Data receive rate', 'kiloBytesPerSecond', 'rate', 2, AVERAGE, (f) => f.io.received],
  ['bytesTx', 'Data transmit rate', 'kiloBytesPerSecond', 'rate', 2, AVERAGE, (f) => f.io.sent],
  ['packetsRx', 'Packets received', 'number', 'delta', 2, SUM, (f) => TICK * f.io.packetsIn],
  ['packetsTx', 'Packets transmitted', 'number', 'delta', 2, SUM, (f) => TICK * f.io.packetsOut],
  ['droppedRx', 'Receive packets dropped', 'number', 'delta', 2, SUM, none],
  ['droppedTx', 'Transmit packets dropped', 'number', 'delta', 2, SUM, none],
  ['broadcastRx', 'Broadcast receives', 'number', 'delta', 2, SUM, (f) => 0.01 * TICK * f.io.packetsIn],
  ['broadcastTx', 'Broadcast transmits', 'number', 'delta', 2, SUM, none],
  ['multicastRx', 'Multicast receives', 'number', 'delta', 2, SUM, (f) => 0.005 * TICK * f.io.packetsIn],
  ['multicastTx', 'Multicast transmits', 'number', 'delta', 2, SUM, none],
];

const NET_HOST: readonly Row[] = [
  ['errorsRx', 'Packet receive errors', 'number', 'delta', 2, SUM, none],
  ['errorsTx', 'Packet transmit errors', 'number', 'delta', 2, SUM, none],
  ['unknownProtos', 'Unknown protocol frames', 'number', 'delta', 2, SUM, none],
];

const SPACE: readonly Row[] = [
  ['capacity', 'Capacity', 'kiloBytes', 'absolute', 1, LATEST, (f) => f.space.capacity],
  ['used', 'Space actually used', 'kiloBytes', 'absolute', 1, LATEST, (f) => f.space.used],
  ['provisioned', 'Space potentially used', 'kiloBytes', 'absolute', 1, LATEST, (f) => f.space.provisioned],
  ['unshared', 'Space not shared', 'kiloBytes', 'absolute', 1, LATEST, (f) => f.space.used],
];

export const IO: readonly Line[] = [
  ...lines('disk', 'vm host cluster', { each: 'lun' }, [
    ['usage', 'Usage', 'kiloBytesPerSecond', 'rate', 1, FOUR, total],
  ]),
  ...lines('disk', 'vm host', { each: 'lun' }, [...RATES, ...REQUESTS, ...LUN]),
  ...lines('disk', 'vm host', {}, [HIGHEST]),
  ...lines('disk', 'host', { each: 'lun', onlyEach: true }, DEVICE),
  ...lines('disk', 'datastore vm', {}, SPACE),
  ...lines('virtualDisk', 'vm', { each: 'virtualDisk', onlyEach: true }, [
    ...RATES,
    ...REQUESTS,
    ...LATENCIES,
    ...VIRTUAL,
  ]),
  ...lines('datastore', 'vm host datastore', { each: 'datastore', onlyEach: true }, [
    ...RATES,
    ...REQUESTS,
    ...LATENCIES,
  ]),
  ...lines('datastore', 'vm host', {}, [HIGHEST]),
  ...lines('datastore', 'host', { each: 'datastore', onlyEach: true }, [
    ['datastoreIops', 'Storage I/O Control aggregated IOPS', 'number', 'absolute', 1, AVERAGE, requests],
    [
      'sizeNormalizedDatastoreLatency',
      'Storage I/O Control normalized latency',
      'microsecond',
      'absolute',
      1,
      AVERAGE,
      (f) => 1_000 * latency(f),
    ],
    [
      'datastoreMaxQueueDepth',
      'Storage I/O Control datastore maximum queue depth',
      'number',
      'absolute',
      1,
      LATEST,
      () => 64,
    ],
  ]),
  ...lines('storageAdapter', 'host', { each: 'adapter', onlyEach: true }, [
    ...RATES,
    ...REQUESTS,
    ...LATENCIES,
    ['commandsAveraged', 'Average commands issued per second', 'number', 'rate', 2, AVERAGE, requests],
  ]),
  ...lines('storageAdapter', 'host', {}, [HIGHEST]),
  ...lines('net', 'vm host', { each: 'card' }, NET),
  ...lines('net', 'host', { each: 'card' }, NET_HOST),
];
