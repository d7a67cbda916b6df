/** IpPoolManager: the IP pools of datacenters, and addresses out of them. */
import type { IpPoolManagerIpAllocation } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Facets } from '../../../world/kind.ts';
import type { Call } from '../../call.ts';
import { resolve } from '../../call.ts';
import { datacenterKind } from '../../inventory/datacenter.ts';
import type { ManagedObject, MethodsOf } from '../../managed-object.ts';
import type { Family } from './addresses.ts';
import { allocate, type IpPoolFacets, ipPoolKind, type Pool, poolInfo, release } from './ip-pool.ts';
import { poolSaid } from './ip-pool-spec.ts';

function datacenterAt(call: Call, dc: Ref): Cell {
  return resolve(call.site, datacenterKind, dc) as unknown as Cell;
}

function poolsOf(datacenter: Cell): Pool[] {
  return [...datacenter.back<IpPoolFacets>('ipPools')];
}

function poolAt(call: Call, dc: Ref, number: number | undefined, path: string): Pool {
  const found = poolsOf(datacenterAt(call, dc)).find((pool) => pool.state.of.number === number);
  if (!found) throw invalidArgument(path);
  return found;
}

/** Those of an extension are its own: another extension's may have the same ids. */
function extensionOf({ session, user }: Call): string {
  return session?.state.identity.extension ? user : '';
}

const LONGEST_ID = 255;

function give(call: Call, family: Family, dc: Ref, poolId: number, allocationId: string): string {
  const pool = poolAt(call, dc, poolId, 'poolId');
  if (allocationId === '' || allocationId.length > LONGEST_ID) throw invalidArgument('allocationId');
  const address = call.turn(() => allocate(pool, family, { id: allocationId, extensionKey: extensionOf(call) }));
  if (address !== undefined) return address;
  const containerName = pool.state.said.name;
  throw new VimFault('ResourceNotAvailable', { containerType: 'IpPool', containerName, type: family });
}

const methods: MethodsOf<'IpPoolManager', Facets> = {
  QueryIpPools: (call, _self, { dc }) => poolsOf(datacenterAt(call, dc)).map(poolInfo),
  CreateIpPool(call, _self, { dc, pool }) {
    const datacenter = datacenterAt(call, dc);
    const said = poolSaid(datacenter, undefined, pool);
    return call.turn(() => {
      const number = call.world.numbers.next('#ip-pool');
      const of = Object.freeze({ datacenter: datacenter.id, number });
      call.world.create(ipPoolKind, { of, ...said, allocated: [] }, `#ip-pool-${number}`);
      return number;
    });
  },
  UpdateIpPool(call, _self, { dc, pool }) {
    const known = poolAt(call, dc, pool.id, 'pool.id');
    const said = poolSaid(datacenterAt(call, dc), known, pool);
    call.turn(() => call.world.update(known, said));
  },
  DestroyIpPool(call, _self, { dc, id, force }) {
    const pool = poolAt(call, dc, id, 'id');
    const inUse = pool.state.allocated.length > 0 || pool.state.networks.length > 0;
    if (inUse && !force) throw new VimFault('InvalidState');
    call.turn(() => call.world.destroy(pool));
  },
  AllocateIpv4Address: (call, _self, { dc, poolId, allocationId }) => give(call, 'ipv4', dc, poolId, allocationId),
  AllocateIpv6Address: (call, _self, { dc, poolId, allocationId }) => give(call, 'ipv6', dc, poolId, allocationId),
  ReleaseIpAllocation(call, _self, { dc, poolId, allocationId }) {
    const pool = poolAt(call, dc, poolId, 'poolId');
    const own = extensionOf(call);
    const isNamed = (a: IpPoolFacets['allocated'][number]) => a.id === allocationId && a.extensionKey === own;
    if (!pool.state.allocated.some(isNamed)) throw invalidArgument('allocationId');
    call.turn(() => release(pool, isNamed));
  },
  QueryIPAllocations: (call, _self, { dc, poolId, extensionKey }) =>
    poolAt(call, dc, poolId, 'poolId').state.allocated.flatMap(({ address, id, extensionKey: of }) =>
      of === extensionKey ? [{ ipAddress: address, allocationId: id } as IpPoolManagerIpAllocation] : [],
    ),
};

export const ipPoolMethods: { readonly type: string; readonly methods: ManagedObject['methods'] } = {
  type: 'IpPoolManager',
  methods: methods as ManagedObject['methods'],
};
