/** Making, copying and moving machines: what they need of where they come from, of where they go, and of what they use. */
import type { Cell } from '../../../world/cell.ts';
import { creationNeeds } from './config.ts';
import { devicesOf, deviceUses } from './device.ts';
import { datastoreOf } from './file.ts';
import { all, at, type MethodRule, type Need, onRefs, onSelf, type Params, type Request } from './need.ts';

const SPACE = 'Datastore.AllocateSpace';
const POOL = 'Resource.AssignVMToPool';
const MOVE = 'VirtualMachine.Inventory.Move';
const FROM_EXISTING = 'VirtualMachine.Inventory.CreateFromExisting';

/** A new machine: its folder, its pool (which the table names), where its files go, and its devices. */
export const createMachine: MethodRule = ({ world, self, params }) => [
  { cell: self, privilege: 'VirtualMachine.Inventory.Create' },
  ...spaceAt(world, self, at(params, 'config.files.vmPathName')),
  ...creationNeeds(world, self, params.config),
];

/** A new machine of a vApp. */
export const createChild: MethodRule = all(onSelf(POOL), createMachine);

/** What an ImportSpec makes, machines in vApps in vApps. */
export const importNeeds: MethodRule = ({ world, self, params }) => [
  { cell: self, privilege: 'VApp.Import' },
  ...machinesOf(params['spec']).flatMap((config) => [
    ...spaceAt(world, self, at(config, 'files.vmPathName')),
    ...deviceUses(world, self, config),
  ]),
];

/** Which privilege a copy is depends on what is copied, and on what it becomes. */
export const clone: MethodRule = ({ world, self, params }) => {
  const spec = params.spec;
  const location = at(spec, 'location');
  return [
    { cell: self, privilege: `VirtualMachine.Provisioning.${cloneWord(self, at(spec, 'template') === true)}` },
    ...onRefs(world, params['folder'], FROM_EXISTING),
    ...onRefs(world, at(location, 'pool'), POOL),
    ...spaceFor({ world, self, params }, location, true),
    ...deviceUses(world, self, { deviceChange: at(location, 'deviceChange') }, devicesOf(self)),
    ...(at(spec, 'config') === undefined ? [] : configOfCopy({ world, self, params })),
    ...(at(spec, 'customization') === undefined
      ? []
      : [{ cell: self, privilege: 'VirtualMachine.Provisioning.Customize' }]),
  ];
};

export const instantClone: MethodRule = ({ world, self, params }) => {
  const location = at(params, 'spec.location');
  return [
    { cell: self, privilege: 'VirtualMachine.Provisioning.Clone' },
    ...onRefs(world, at(location, 'folder') ?? folderOf(self), FROM_EXISTING),
    ...onRefs(world, at(location, 'pool'), POOL),
    ...spaceFor({ world, self, params }, location, true),
    ...deviceUses(world, self, { deviceChange: at(location, 'deviceChange') }, devicesOf(self)),
  ];
};

/** Hot when it runs, cold when it does not. */
export const migrate: MethodRule = ({ self }) => {
  const running = (self.get('runtime') as { powerState?: string } | undefined)?.powerState === 'poweredOn';
  return [{ cell: self, privilege: running ? 'Resource.HotMigrate' : 'Resource.ColdMigrate' }];
};

/** What moves, its new pool, each datastore that takes a disk, the networks it changes to, and its new folder. */
export const relocate: MethodRule = (request) => {
  const { world, self, params } = request;
  const spec = params.spec;
  const folder = onRefs(world, at(spec, 'folder'), MOVE);
  return [
    ...migrate(request),
    ...onRefs(world, at(spec, 'pool'), POOL),
    ...spaceFor(request, spec, false),
    ...deviceUses(world, self, { deviceChange: at(spec, 'deviceChange') }, devicesOf(self)),
    ...(folder.length > 0 ? [{ cell: self, privilege: MOVE }, ...folder] : []),
  ];
};

/** A machine that changes its vApp or pool: the table's word for a move between pools is leave to use the new one. */
export const movePool: MethodRule = ({ world, self, params }) =>
  onRefs(world, params['list'], '').flatMap(({ cell }): Need[] => {
    const inVApp = self.is('VirtualApp');
    if (cell.is('VirtualApp')) {
      const target = inVApp ? 'VApp.AssignVApp' : 'Resource.AssignVAppToPool';
      return [
        { cell, privilege: 'VApp.Move' },
        { cell: self, privilege: target },
      ];
    }
    if (cell.is('ResourcePool')) {
      const moved = [cell, ...[cell.one('parent') ?? []].flat(), self].map((c) => ({
        cell: c,
        privilege: 'Resource.MovePool',
      }));
      return inVApp ? [...moved, { cell: self, privilege: 'VApp.AssignResourcePool' }] : moved;
    }
    return [{ cell: self, privilege: POOL }, ...(inVApp ? [{ cell: self, privilege: 'VApp.AssignVM' }] : [])];
  });

function cloneWord(source: Cell, makesTemplate: boolean): string {
  if (at(source.state, 'config.template') === true) return makesTemplate ? 'CloneTemplate' : 'DeployTemplate';
  return makesTemplate ? 'CreateTemplateFromVM' : 'Clone';
}

/** The copy's configuration is asked of the folder it is made in, as a new machine's is. */
function configOfCopy({ world, self, params }: Request): Need[] {
  const folder = onRefs(world, params['folder'], '')[0]?.cell ?? self;
  const { deviceChange: _devices, ...config } = (at(params, 'spec.config') ?? {}) as Params;
  const devices = at(params, 'spec.config.deviceChange');
  return [
    ...creationNeeds(world, folder, config),
    ...deviceUses(world, self, { deviceChange: devices }, devicesOf(self)),
  ];
}

/** Space on each datastore that a spec of a place names; where it names none, a copy takes it where the source is. */
function spaceFor({ world, self }: Request, location: unknown, copies: boolean): Need[] {
  const disks = (at(location, 'disk') ?? []) as readonly Params[];
  const named = [at(location, 'datastore'), ...disks.map((disk) => disk['datastore'])];
  const needs = named.flatMap((ref) => onRefs(world, ref, SPACE));
  const isNamed = needs.length > 0 || !copies;
  return isNamed ? [...new Map(needs.map((need) => [need.cell, need])).values()] : spaceAt(world, self, homeOf(self));
}

function homeOf(vm: Cell): unknown {
  return at(vm.get('config'), 'files.vmPathName');
}

function spaceAt(world: Request['world'], place: Cell, path: unknown): Need[] {
  return datastoreOf(world, place, path).map((cell) => ({ cell, privilege: SPACE }));
}

function folderOf(vm: Cell): unknown {
  return vm.kind.relationByName.has('parent') ? vm.one('parent')?.ref : undefined;
}

/** The ConfigSpec of every machine an ImportSpec makes. */
function machinesOf(spec: unknown): unknown[] {
  const children = (at(spec, 'child') ?? []) as readonly unknown[];
  const own = at(spec, 'configSpec');
  return [...(own === undefined ? [] : [own]), ...children.flatMap(machinesOf)];
}

/** Networks that an OVF's are mapped to. */
export const mappedNetworks: MethodRule = ({ world, params }) =>
  ((at(params, 'cisp.networkMapping') ?? []) as readonly Params[]).flatMap((mapping) =>
    onRefs(world, mapping['network'], 'Network.Assign'),
  );
