/** Drives and ports in a .vmx: what a CD-ROM, a floppy, a serial or a parallel port is backed by. */
import type { Cell } from '../../../world/cell.ts';
import type { World } from '../../../world/world.ts';
import type { Backing, Device } from '../device/device.ts';
import type { Files } from '../machine.ts';
import type { VmxLines, VmxReading } from './vmx-lines.ts';
import { fileCalled, vmxPath } from './vmx-path.ts';

/** What says in the lines of a drive how it is backed, for each kind of backing. */
interface Row {
  readonly key: 'deviceType' | 'fileType';
  readonly word: string;
  /** Of the client's machine rather than of the host. */
  readonly client?: boolean;
  readonly backing: string;
  /** The backing's property that `fileName` holds; a file on a datastore has none. */
  readonly named?: string;
}

const CDROM: readonly Row[] = [
  { key: 'deviceType', word: 'cdrom-image', backing: 'VirtualCdromIsoBackingInfo' },
  { key: 'deviceType', word: 'atapi-cdrom', backing: 'VirtualCdromAtapiBackingInfo', named: 'deviceName' },
  {
    key: 'deviceType',
    word: 'atapi-cdrom',
    client: true,
    backing: 'VirtualCdromRemoteAtapiBackingInfo',
    named: 'deviceName',
  },
  { key: 'deviceType', word: 'cdrom-raw', backing: 'VirtualCdromPassthroughBackingInfo', named: 'deviceName' },
  {
    key: 'deviceType',
    word: 'cdrom-raw',
    client: true,
    backing: 'VirtualCdromRemotePassthroughBackingInfo',
    named: 'deviceName',
  },
];

const FLOPPY: readonly Row[] = [
  { key: 'fileType', word: 'file', backing: 'VirtualFloppyImageBackingInfo' },
  { key: 'fileType', word: 'device', backing: 'VirtualFloppyDeviceBackingInfo', named: 'deviceName' },
  {
    key: 'fileType',
    word: 'device',
    client: true,
    backing: 'VirtualFloppyRemoteDeviceBackingInfo',
    named: 'deviceName',
  },
];

const SERIAL: readonly Row[] = [
  { key: 'fileType', word: 'file', backing: 'VirtualSerialPortFileBackingInfo' },
  { key: 'fileType', word: 'device', backing: 'VirtualSerialPortDeviceBackingInfo', named: 'deviceName' },
  { key: 'fileType', word: 'pipe', backing: 'VirtualSerialPortPipeBackingInfo', named: 'pipeName' },
  { key: 'fileType', word: 'network', backing: 'VirtualSerialPortURIBackingInfo', named: 'serviceURI' },
  { key: 'fileType', word: 'thinprint', backing: 'VirtualSerialPortThinPrintBackingInfo' },
];

const PARALLEL: readonly Row[] = [
  { key: 'fileType', word: 'file', backing: 'VirtualParallelPortFileBackingInfo' },
  { key: 'fileType', word: 'device', backing: 'VirtualParallelPortDeviceBackingInfo', named: 'deviceName' },
];

const ROWS: { readonly [type: string]: readonly Row[] } = {
  VirtualCdrom: CDROM,
  VirtualFloppy: FLOPPY,
  VirtualSerialPort: SERIAL,
  VirtualParallelPort: PARALLEL,
};

export function putDrive(lines: VmxLines, world: World, files: Files, name: string, drive: Device): void {
  const put = (part: string, value: Parameters<VmxLines['put']>[1]) => lines.put(`${name}.${part}`, value);
  const backing = drive.backing;
  put('present', true);
  const row = ROWS[drive._typeName]?.find((r) => r.backing === backing?._typeName);
  if (row && backing) {
    put(row.key, row.word);
    if (row.client) put('clientDevice', true);
    put('fileName', backing.file ? vmxPath(world, files, backing.file) : String(backing[row.named ?? ''] ?? ''));
    if (backing['useAutoDetect'] === true) put('autodetect', true);
    putPort(put, backing);
  }
  if (drive['yieldOnPoll'] !== undefined) put('yieldOnMsrRead', drive['yieldOnPoll'] as boolean);
  put('startConnected', drive.connectable?.startConnected ?? true);
  if (drive.connectable?.allowGuestControl === false) put('allowGuestConnectionControl', false);
}

function putPort(put: (part: string, value: string | boolean | undefined) => void, backing: Backing): void {
  const text = (part: string) => backing[part] as string | undefined;
  put('pipe.endPoint', text('endpoint'));
  if (backing['noRxLoss'] !== undefined) put('tryNoRxLoss', backing['noRxLoss'] === true);
  const direction = text('direction');
  if (direction !== undefined) put('network.endPoint', direction);
  put('vspc', text('proxyURI'));
}

/** The backing a drive's lines tell of; undefined when they tell of none. */
export function readDrive(
  owner: Cell | undefined,
  files: Files,
  vmx: VmxReading,
  name: string,
  type: string,
): Backing | undefined {
  const text = (part: string) => vmx.text(`${name}.${part}`);
  const words = { deviceType: text('deviceType')?.toLowerCase(), fileType: text('fileType')?.toLowerCase() };
  const client = vmx.flag(`${name}.clientDevice`) ?? false;
  const auto = vmx.flag(`${name}.autodetect`);
  const called = text('fileName') ?? '';
  const port = readPort(vmx, name, type);
  const rows = ROWS[type]!.filter((r) => r.word === words[r.key]);
  const row = rows.find((r) => (r.client ?? false) === client) ?? rows[0];
  if (!row) return undefined;
  const base = { _typeName: row.backing, ...port };
  if (row.named === 'deviceName') {
    const found = /^(auto detect)?$/i.test(called) && !client;
    return Object.freeze({ ...base, deviceName: found ? '' : called, useAutoDetect: auto ?? found });
  }
  if (row.named !== undefined) return Object.freeze({ ...base, [row.named]: called });
  const file = called === '' ? undefined : fileCalled(owner, files, called);
  return Object.freeze(file ? { ...base, file } : base);
}

function readPort(vmx: VmxReading, name: string, type: string): object {
  if (type !== 'VirtualSerialPort') return {};
  const endpoint = vmx.text(`${name}.pipe.endPoint`);
  const noRxLoss = vmx.flag(`${name}.tryNoRxLoss`);
  const direction = vmx.text(`${name}.network.endPoint`);
  const proxyURI = vmx.text(`${name}.vspc`);
  return {
    ...(endpoint !== undefined && { endpoint }),
    ...(noRxLoss !== undefined && { noRxLoss }),
    ...(direction !== undefined && { direction }),
    ...(proxyURI !== undefined && { proxyURI }),
  };
}
