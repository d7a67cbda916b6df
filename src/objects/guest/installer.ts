/** The installer of VMware Tools: a CD of the host's own in the machine's drive, and what comes of it. */
import type { Cell } from '../../world/cell.ts';
import type { Device } from '../machine/device/device.ts';
import type { Guest, Machine } from '../machine/machine.ts';
import type { Site } from '../site.ts';
import { isWindows } from './awake.ts';
import { LATEST_TOOLS } from './tools-version.ts';

const IMAGES = '[] /usr/lib/vmware/isoimages';

/** The drive the installer goes into. */
export function driveOf({ devices }: Pick<Machine, 'devices'>): Device | undefined {
  return devices.find((d) => d._typeName === 'VirtualCdrom');
}

/** Puts the installer into a drive. Inside a turn. */
export function mount(site: Site, vm: Cell<Machine>, drive: Device): void {
  const image = isWindows(vm.state) ? 'windows' : 'linux';
  const backing = Object.freeze({ _typeName: 'VirtualCdromIsoBackingInfo', fileName: `${IMAGES}/${image}.iso` });
  const connectable = drive.connectable && Object.freeze({ ...drive.connectable, connected: true, status: 'ok' });
  site.world.update(vm, {
    devices: withDevice(vm.state, Object.freeze({ ...drive, backing, connectable })),
    toolsInstaller: Object.freeze({
      drive: drive.key,
      before: { backing: drive.backing, connectable: drive.connectable },
    }),
  });
}

/** Takes it out again; the drive holds what it held before. Inside a turn. */
export function unmount(site: Site, vm: Cell<Machine>): void {
  const { toolsInstaller, devices, power } = vm.state;
  if (!toolsInstaller) return;
  const drive = devices.find((d) => d.key === toolsInstaller.drive);
  const { backing, connectable } = toolsInstaller.before;
  const off = power.state !== 'poweredOn' && connectable;
  const plug = off ? Object.freeze({ ...connectable, connected: false, status: 'untried' }) : connectable;
  const fileName = drive?.backing?.['fileName'];
  const ours = typeof fileName === 'string' && fileName.startsWith(IMAGES);
  const restored = drive && ours && Object.freeze({ ...drive, backing, connectable: plug });
  site.world.update(vm, {
    toolsInstaller: undefined,
    ...(restored && { devices: withDevice(vm.state, restored) }),
  });
}

function withDevice({ devices }: Machine, device: Device): readonly Device[] {
  return Object.freeze(devices.map((d) => (d.key === device.key ? device : d)));
}

/** Whether somebody is at the installer: a mounted one is taken to be run in a guest without tools. */
export function installs({ guest, power, toolsInstaller }: Machine): boolean {
  return toolsInstaller !== undefined && guest === undefined && power.state === 'poweredOn';
}

/** The tools the installer leaves behind; they run at once. */
export function installed(m: Machine): Guest {
  return { toolsVersion: LATEST_TOOLS, toolsType: managedType(m), running: true };
}

/** What of the host's installer is kept up to date by it. */
export function managedType(m: Pick<Machine, 'config'>): Guest['toolsType'] {
  return isWindows(m) ? 'guestToolsTypeMSI' : 'guestToolsTypeTar';
}
