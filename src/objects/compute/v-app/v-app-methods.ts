/** What vApps answer beside what resource pools do. */
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument } from '../../../world/fault.ts';
import { post } from '../../history/post.ts';
import { type ManagedObject, type MethodsOf, managedObject } from '../../managed-object.ts';
import { type VApp, vAppKind } from './v-app.ts';
import { freeOfVApps } from './v-app-children.ts';
import { cloneVAppVerb } from './v-app-clone.ts';
import { updateLinks } from './v-app-links.ts';
import { vAppPowerVerbs } from './v-app-power.ts';
import { settingsAfter, uuidAsked } from './v-app-settings.ts';
import { unregisterVAppVerb } from './v-app-unregister.ts';

const powerMethods: MethodsOf<'VirtualApp', VApp> = freeOfVApps<MethodsOf<'VirtualApp', VApp>>({
  PowerOnVApp_Task: (call, self) => call.startTask('VirtualApp.powerOn', self as never),
  PowerOffVApp_Task: (call, self, { force }) => call.startTask('VirtualApp.powerOff', self as never, { force }),
  SuspendVApp_Task: (call, self) => call.startTask('VirtualApp.suspend', self as never),
});

export const virtualApp: ManagedObject = managedObject<'VirtualApp', VApp>(
  'VirtualApp',
  vAppKind,
  {
    UpdateVAppConfig(call, self, { spec }) {
      call.site.tasks.guardFree(self.ref);
      const settings = settingsAfter(self, spec, 'spec');
      const uuid = uuidAsked(spec, 'spec') ?? self.state.uuid;
      call.turn(() => {
        call.world.update(self, { settings, uuid });
        post(call.site, call.user, 'ResourcePoolReconfiguredEvent', {}, { entity: self as unknown as Cell });
      });
    },
    UpdateLinkedChildren(call, self, { addChangeSet, removeSet }) {
      updateLinks(call, self, addChangeSet, removeSet);
    },
    ...powerMethods,
    unregisterVApp_Task: (call, self) => call.startTask('VirtualApp.unregister', self as never),
    CloneVApp_Task(call, self, { name, target, spec }) {
      if (!call.world.find(target.value)?.is('ResourcePool')) throw invalidArgument('target');
      return call.startTask('VirtualApp.clone', self as never, { name, target, spec });
    },
  },
  [...vAppPowerVerbs, cloneVAppVerb, unregisterVAppVerb],
);
