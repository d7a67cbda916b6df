/** What a vCenter holds that a driver could leave behind, as plain lines that can be compared. */
import type { Simulator } from '../../../src/index.ts';
import type { OptionValue, VirtualDevice, VirtualDisk } from '../../../src/vim25/index.ts';

/** Of running machines, turned over by them; and the cache, which keeps what came whole. */
const FLEETING = /\.(?:log|vswp|nvram|vmss|vmem)$|^\[[^\]]*\] [^/]*_base(?:\/|$)/;
const NOTED = /^(?:volume-|nvp\.iface|simsphere\.)/;

export interface Picture {
  readonly machines: readonly string[];
  readonly files: readonly string[];
  readonly cluster: readonly string[];
}

export async function picture(sim: Simulator): Promise<Picture> {
  const machines = sim.world.all('VirtualMachine').map((vm) => {
    const devices = (vm.get<VirtualDevice[]>('config.hardware.device') ?? []).map(device).filter(Boolean).sort();
    const noted = (vm.get<OptionValue[]>('config.extraConfig') ?? []).filter(({ key }) => NOTED.test(key));
    const notes = noted.map(({ key, value }) => `${key}=${value}`).sort();
    const size = `${vm.get('config.hardware.numCPU')}x${vm.get('config.hardware.memoryMB')}`;
    const snapshots = vm.get('snapshot') === undefined ? '' : ' with snapshots';
    return [vm.path, size + snapshots, ...devices, ...notes].join(' | ');
  });
  const files: string[] = [];
  for (const store of sim.world.all('Datastore')) {
    const browser = sim.world.at(store.get<{ value: string }>('browser')!);
    const searchSpec = { query: [{ _typeName: 'FolderFileQuery' }, { _typeName: 'FileQuery' }] };
    const params = { datastorePath: `[${store.name}]`, searchSpec };
    const found = (await browser.run('SearchDatastoreSubFolders_Task', params)) as { readonly _value: Found[] };
    for (const { folderPath, file = [] } of found._value) {
      for (const { path } of file) files.push(`${folderPath} ${path}`);
    }
  }
  const folders = sim.world.all('Folder').map((folder) => folder.path);
  const hosts = sim.world.all('HostSystem').map((host) => {
    const targets = JSON.stringify((host.cell.state as { readonly iscsi?: unknown }).iscsi ?? {});
    return `${host.name} ${host.get('runtime.inMaintenanceMode')} ${targets}`;
  });
  const clusters = sim.world.all('ClusterComputeResource').flatMap((cluster) => {
    const groups = cluster.get<Grouped[]>('configurationEx.group') ?? [];
    const rules = cluster.get<Grouped[]>('configurationEx.rule') ?? [];
    return [...groups, ...rules].map(({ _typeName, name, vm = [] }) => `${_typeName} ${name} of ${vm.length}`);
  });
  return {
    machines: machines.sort(),
    files: [...new Set(files.filter((path) => !FLEETING.test(path)))].sort(),
    cluster: [...folders, ...hosts, ...clusters].sort(),
  };
}

interface Found {
  readonly folderPath: string;
  readonly file?: readonly { readonly path: string }[];
}

interface Grouped {
  readonly _typeName: string;
  readonly name: string;
  readonly vm?: readonly unknown[];
}

function device(given: VirtualDevice): string {
  const { _typeName: type = '', backing } = given;
  const file = (backing as { readonly fileName?: string } | undefined)?.fileName;
  if (type === 'VirtualDisk') return `disk ${file} ${(given as VirtualDisk).capacityInKB}`;
  if (type === 'VirtualCdrom') return `cdrom ${file}`;
  if ('macAddress' in given) return `${type} ${given.macAddress}`;
  return /SCSI|Logic/.test(type) ? type : '';
}
