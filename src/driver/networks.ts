/** What a NIC is plugged into. */
import { asRef, type Ref } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import type {
  VirtualDeviceBackingInfo,
  VirtualEthernetCardDistributedVirtualPortBackingInfo,
  VirtualEthernetCardNetworkBackingInfo,
  VirtualEthernetCardOpaqueNetworkBackingInfo,
} from '../vim25/index.ts';
import type { Surroundings } from './surroundings.ts';

interface Network {
  readonly ref: Ref<'Network'>;
  readonly name: string;
}

/** The backing for a NIC on a network of the cluster; the first usable one when none is named. */
export async function networkBacking(
  surroundings: Surroundings,
  name: string | undefined,
): Promise<VirtualDeviceBackingInfo> {
  const { client, cluster, options } = surroundings;
  const refs = (await client.get(cluster, 'network')) ?? [];
  const networks = await Promise.all(refs.map(async (ref) => ({ ref, name: await client.get(ref, 'name') })));
  const wanted = name ?? options.integrationBridge;
  const found = wanted === undefined ? await firstUsable(surroundings, networks) : named(networks, wanted);
  if (found) return backingOf(surroundings, found);
  const names = networks.map((network) => network.name).sort();
  const lacks = wanted === undefined ? 'no network for VMs' : `no network '${wanted}'`;
  throw new SimError('ERR_USAGE', `cluster '${options.cluster}' has ${lacks}`, {
    hint: `found: ${names.join(', ') || 'none'}`,
  });
}

function named(networks: readonly Network[], name: string): Network | undefined {
  return networks.find((network) => network.name === name);
}

/** Uplink port groups take no NICs of VMs. */
async function firstUsable({ client }: Surroundings, networks: readonly Network[]): Promise<Network | undefined> {
  for (const network of networks) {
    const portgroup = asRef('DistributedVirtualPortgroup', network.ref);
    if (!portgroup) return network;
    const { uplink } = await client.get(portgroup, 'config');
    if (uplink !== true && !/uplink/i.test(network.name)) return network;
  }
  return undefined;
}

async function backingOf({ client }: Surroundings, { ref, name }: Network): Promise<VirtualDeviceBackingInfo> {
  const portgroup = asRef('DistributedVirtualPortgroup', ref);
  if (portgroup) {
    const { key, distributedVirtualSwitch } = await client.get(portgroup, 'config');
    const switchUuid = await client.get(distributedVirtualSwitch!, 'uuid');
    const backing: VirtualEthernetCardDistributedVirtualPortBackingInfo = {
      _typeName: 'VirtualEthernetCardDistributedVirtualPortBackingInfo',
      port: { switchUuid, portgroupKey: key },
    };
    return backing;
  }
  const opaque = asRef('OpaqueNetwork', ref);
  if (opaque) {
    const summary = await client.get(opaque, 'summary');
    const { opaqueNetworkId, opaqueNetworkType } = summary as unknown as VirtualEthernetCardOpaqueNetworkBackingInfo;
    const backing: VirtualEthernetCardOpaqueNetworkBackingInfo = {
      _typeName: 'VirtualEthernetCardOpaqueNetworkBackingInfo',
      opaqueNetworkId,
      opaqueNetworkType,
    };
    return backing;
  }
  const backing: VirtualEthernetCardNetworkBackingInfo = {
    _typeName: 'VirtualEthernetCardNetworkBackingInfo',
    deviceName: name,
    network: ref,
  };
  return backing;
}
