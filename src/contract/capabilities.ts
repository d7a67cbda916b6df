/** What a target has of what cases need, seen by looking only. */
import { type Client, isVsphereError, type Ref } from '../client/index.ts';
import type { Need, ReadContext } from './contract-case.ts';

/** Why a need is not met; not there when it is. */
export type Lacking = ReadonlyMap<Need, string>;

export async function findLacking(context: ReadContext): Promise<Lacking> {
  const { client, ground, target } = context;
  const lacking = new Map<Need, string>();
  const unless = (met: boolean, need: Need, reason: string): void => {
    if (!met) lacking.set(need, reason);
  };
  const { cluster, datastores, hosts, pool, vmFolder } = ground;
  unless(target.readOnlyUser !== undefined, 'reader', 'no user who may only read was given');
  unless(hosts.length > 1, 'two hosts', `cluster '${cluster.name}' has ${hosts.length} usable host`);
  unless(datastores.length > 1, 'two datastores', `cluster '${cluster.name}' has one usable datastore`);
  unless(
    datastores.some((store) => store.hosts.length > 1),
    'shared datastore',
    `no datastore of cluster '${cluster.name}' is seen by two of its hosts`,
  );
  const configuration = await client.get(cluster.ref, 'configuration');
  unless(configuration?.drsConfig?.enabled === true, 'DRS', `DRS is off in cluster '${cluster.name}'`);
  unless(await movesMachines(context), 'vMotion', 'no two hosts are set up for vMotion');
  unless(
    ((await client.get(cluster.ref, 'network')) ?? []).length > 0,
    'network',
    `cluster '${cluster.name}' has no network`,
  );
  const expired = await expiry(client);
  if (expired !== undefined) lacking.set('licence', expired);
  const held = privilegesOf(client);
  for (const [need, entity, privileges] of [
    ['may create machines', vmFolder, ['VirtualMachine.Inventory.Create', 'Folder.Create', 'Folder.Delete']],
    ['may create pools', pool, ['Resource.CreatePool', 'Resource.DeletePool']],
    ['may create roles', client.content.rootFolder, ['Authorization.ModifyRoles', 'Authorization.ModifyPermissions']],
    ['may end sessions', client.content.rootFolder, ['Sessions.TerminateSession']],
    ['may ask for sessions', client.content.rootFolder, ['Sessions.ValidateSession']],
    ['may read customizations', client.content.rootFolder, ['VirtualMachine.Provisioning.ReadCustSpecs']],
  ] as const) {
    const missing = await held(entity, privileges);
    unless(missing.length === 0, need, `the user lacks ${missing.join(', ')}`);
  }
  return lacking;
}

async function movesMachines({ client, ground: { hosts } }: ReadContext): Promise<boolean> {
  const able = await Promise.all(
    hosts.map(async ({ ref }) => (await client.get(ref, 'summary.config.vmotionEnabled')) === true),
  );
  return able.filter(Boolean).length > 1;
}

/** Says that the licence has run out, when the user may know. */
async function expiry(client: Client): Promise<string | undefined> {
  const { licenseManager } = client.content;
  if (!licenseManager) return undefined;
  try {
    const evaluation = await client.get(licenseManager, 'evaluation');
    const hours = evaluation?.properties?.find(({ key }) => key === 'expirationHours')?.value;
    return hours === 0 ? 'the evaluation licence has run out' : undefined;
  } catch (error) {
    if (isVsphereError(error) && error.faultType !== undefined) return undefined;
    throw error;
  }
}

function privilegesOf(client: Client): (entity: Ref, privileges: readonly string[]) => Promise<string[]> {
  const manager = client.content.authorizationManager;
  return async (entity, privileges) => {
    if (!manager) return [];
    const held = await client.call(manager, 'HasPrivilegeOnEntity', {
      entity: entity as Ref<'Folder'>,
      sessionId: client.session.key,
      privId: privileges,
    });
    return privileges.filter((_, index) => held?.[index] !== true);
  };
}
