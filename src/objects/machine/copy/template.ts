/** MarkAsTemplate and MarkAsVirtualMachine: a machine that only copies are made of, and back. */
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, notSupported, VimFault } from '../../../world/fault.ts';
import type { Call } from '../../call.ts';
import type { MethodsOf } from '../../managed-object.ts';
import { fileAt, removeFile } from '../../storage/files.ts';
import { follow, ownerOf } from '../config/surroundings.ts';
import { guardAlone } from '../fault-tolerance/mirror.ts';
import { filesAs } from '../files.ts';
import type { Machine } from '../machine.ts';
import { hostForNew } from '../power/demand.ts';
import { askedHost } from '../power/power.ts';
import { guardReachable } from '../standing.ts';
import { record } from '../vmx/recorded.ts';
import { guardPower, touched, type Vm } from '../work.ts';

/** A template is in no pool and no vApp; it leaves a vApp for the folder that shows the vApp. */
function asTemplate(call: Call, vm: Vm): void {
  call.site.tasks.guardFree(vm.ref);
  guardReachable(vm);
  if (vm.state.config.template) throw new VimFault('InvalidState');
  guardPower(vm, 'poweredOff', 'poweredOff');
  guardAlone(vm);
  const parent = vm.state.parent ?? folderOf(vm)?.id;
  if (parent === undefined) throw notSupported();
  call.turn(() => {
    const { config, place } = vm.state;
    record(call, vm, 'markAsTemplate');
    call.world.update(vm, {
      parent,
      config: Object.freeze({ ...config, template: true }),
      files: renamed(call, vm, 'template'),
      place: Object.freeze({ host: place.host }),
      identity: touched(call.site, vm),
    });
  });
}

/** The configuration file under its other name; what a client put in its place goes. Inside a turn. */
function renamed({ world }: Call, vm: Vm, what: 'template' | 'machine'): Machine['files'] {
  const { datastore, path } = vm.state.files.vmx;
  const written = fileAt(world, datastore, path);
  if (written) removeFile(world, written);
  return filesAs(vm.state.files, what);
}

function folderOf(vm: Vm): Cell | undefined {
  for (let vApp = vm.one('parentVApp'); vApp; vApp = follow(vApp, 'parentVApp')) {
    const folder = follow(vApp, 'parentFolder');
    if (folder) return folder;
  }
  return undefined;
}

function asMachine(call: Call, vm: Vm, poolRef: Ref, hostRef: Ref | undefined): void {
  call.site.tasks.guardFree(vm.ref);
  guardReachable(vm);
  if (!vm.state.config.template) throw new VimFault('InvalidState');
  const pool = call.world.find(poolRef.value);
  const owner = ownerOf(pool);
  if (!owner) throw invalidArgument('pool');
  const current = vm.one('host');
  const stays = hostRef === undefined && current?.one('parent') === owner;
  const host = stays ? current : hostForNew(owner, askedHost(call.site, hostRef), vm.state);
  call.turn(() => {
    const { template: _template, ...config } = vm.state.config;
    const vApp = pool?.is('VirtualApp') ? pool.id : undefined;
    record(call, vm, 'markAsVirtualMachine');
    call.world.update(vm, {
      ...(vApp !== undefined && { parent: undefined }),
      config: Object.freeze(config),
      files: renamed(call, vm, 'machine'),
      place: Object.freeze({ host: host?.id, pool: pool?.id, vApp }),
      identity: touched(call.site, vm),
    });
  });
}

export const templateMethods: MethodsOf<'VirtualMachine', Machine> = {
  MarkAsTemplate: (call, self) => asTemplate(call, self),
  MarkAsVirtualMachine: (call, self, { pool, host }) => asMachine(call, self, pool, host),
};
