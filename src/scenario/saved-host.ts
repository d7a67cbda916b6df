/** Saved hosts: the machine, its state, and how it is on the network. */
import { createHost } from '../objects/compute/create-compute.ts';
import { type Host, hostKind } from '../objects/compute/host/host.ts';
import { DEFAULT_PROFILE, type HostProfile } from '../objects/compute/host/host-profile.ts';
import {
  DEFAULT_SWITCHES,
  DEFAULT_VMK_NICS,
  type PortGroup,
  type Switch,
  type VmkNic,
} from '../objects/compute/host/host-switches.ts';
import { TICK } from '../objects/compute/load/tick.ts';
import { filled, type SavedGround, said, told } from './saved-ground.ts';
import type { SavedObject, SavedValue } from './saved-object.ts';

export function restoreHost(ground: SavedGround, o: SavedObject): boolean {
  const parent = ground.parent(o);
  const { world } = ground.site;
  if (parent === undefined || !world.find(parent)?.is('ComputeResource')) return false;
  const net = o.get('config')?.network;
  const portGroups = portGroupsOf(ground, o, net);
  const profile = profileOf(ground, o);
  const there = world.as(hostKind, o.id);
  if (!there && world.find(o.id)) return false;
  const cell = there ?? createHost(ground.site, { name: o.name, parent, portGroups, profile }, o.id);
  const vmkNics = net?.vnic ? vmkNicsOf(ground, o, net.vnic) : DEFAULT_VMK_NICS;
  world.update(cell, {
    ...ground.entity(o, parent),
    ...told({ product: productOf(ground, o) }),
    profile,
    identity: Object.freeze({ ...cell.state.identity, ...told({ uuid: uuidOf(o), address: addressOf(net) }) }),
    runtime: runtimeOf(ground, o, cell.state.runtime),
    switches: net?.vswitch ? ground.shared(net.vswitch.map(switchOf)) : DEFAULT_SWITCHES,
    portGroups,
    vmkNics,
  });
  return true;
}

function uuidOf(o: SavedObject): string | undefined {
  return said(o.get('hardware')?.systemInfo?.uuid ?? o.get('summary')?.hardware?.uuid);
}

function addressOf(net: SavedValue): string | undefined {
  return said(net?.vnic?.[0]?.spec?.ip?.ipAddress);
}

function productOf(ground: SavedGround, o: SavedObject): Host['product'] | undefined {
  const product = o.get('config')?.product ?? o.get('summary')?.config?.product;
  return product && ground.shared(product);
}

function profileOf(ground: SavedGround, o: SavedObject): HostProfile {
  const summary = o.get('summary');
  const { cpuPkg, biosInfo } = o.get('hardware') ?? {};
  const { bios, packages: fewest, coresPerPackage } = DEFAULT_PROFILE;
  const of = summary?.hardware ?? {};
  const packages = said(of.numCpuPkgs) ?? fewest;
  const cores = said(of.numCpuCores) ?? packages * coresPerPackage;
  const given = told({
    vendor: said(of.vendor),
    model: said(of.model),
    cpuVendor: /amd/i.test(`${cpuPkg?.[0]?.vendor} ${of.cpuModel}`) ? 'amd' : 'intel',
    cpuModel: said(of.cpuModel),
    packages,
    coresPerPackage: Math.max(1, Math.round(cores / packages)),
    threadsPerCore: Math.max(1, Math.round((said(of.numCpuThreads) ?? cores) / cores)),
    mhz: said(of.cpuMhz),
    memory: said(of.memorySize),
    nics: of.numNics,
    evcMode: said(summary?.maxEVCModeKey),
    bios: Object.freeze({
      vendor: said(biosInfo?.vendor) ?? said(of.vendor) ?? bios.vendor,
      version: said(biosInfo?.biosVersion) ?? bios.version,
      released: biosInfo?.releaseDate ?? bios.released,
    }),
  });
  return ground.shared({ ...DEFAULT_PROFILE, ...given } as HostProfile);
}

function runtimeOf(ground: SavedGround, o: SavedObject, before: Host['runtime']): Host['runtime'] {
  const saved = o.get('runtime') ?? o.get('summary')?.runtime ?? {};
  const { clock, world } = ground.site;
  const bootTime = ground.time(saved.bootTime) ?? before.bootTime;
  return Object.freeze({
    connection: saved.connectionState ?? 'connected',
    // A host that was away when it was saved is taken to run.
    power: saved.powerState === 'standBy' || saved.powerState === 'poweredOff' ? saved.powerState : 'poweredOn',
    maintenance: saved.inMaintenanceMode === true,
    ...(saved.inQuarantineMode === true && { quarantine: true }),
    bootTime,
    bootTick: world.tick - Math.round((clock.now() - bootTime) / 1000 / TICK),
  });
}

function switchOf(saved: SavedValue): Switch {
  const nics: readonly string[] = saved.pnic ?? [];
  return Object.freeze({
    name: saved.name,
    mtu: said(saved.mtu) ?? 1500,
    ports: saved.spec?.numPorts ?? 128,
    nics: Object.freeze(nics.map((key) => key.replace(/^.*-(?=vmnic)/, ''))),
    ...told({ policy: filled(saved.spec?.policy) as Switch['policy'] }),
  });
}

/** The host's port groups, each with the Network that VMs see it as. */
function portGroupsOf(ground: SavedGround, o: SavedObject, net: SavedValue): readonly PortGroup[] {
  const networks = new Map<string, string>();
  for (const id of o.ids('network')) {
    const cell = ground.site.world.find(id);
    if (cell?.type === 'Network') networks.set(String(cell.get('name')), id);
  }
  const saved: SavedValue[] = net?.portgroup ?? [...networks.keys()].map((name) => ({ spec: { name } }));
  return ground.shared(
    saved.map(({ spec }) =>
      Object.freeze({
        name: spec.name,
        vlan: spec.vlanId ?? 0,
        switch: spec.vswitchName ?? 'vSwitch0',
        ...told({ network: networks.get(spec.name), policy: filled(spec.policy) as PortGroup['policy'] }),
      }),
    ),
  );
}

function vmkNicsOf(ground: SavedGround, o: SavedObject, nics: readonly SavedValue[]): readonly VmkNic[] {
  const roles: readonly SavedValue[] = o.get('config')?.virtualNicManagerInfo?.netConfig ?? [];
  return ground.shared(
    nics.map((nic, i) => {
      const carries = (role: SavedValue) =>
        (role.selectedVnic ?? []).some((key: string) => key.endsWith(`-${nic.device}`));
      return Object.freeze({
        device: nic.device,
        portGroup: nic.portgroup ?? '',
        mtu: said(nic.spec?.mtu) ?? 1500,
        traffic: Object.freeze(roles.filter(carries).map((role) => role.nicType as string)),
        ...told({
          // The first one's address is the host's.
          address: i === 0 ? undefined : (said(nic.spec?.ip?.ipAddress) as string | undefined),
          mask: said(nic.spec?.ip?.subnetMask) as string | undefined,
        }),
      });
    }),
  );
}
