/** What is asked of a machine: to check a specification against it, and to take it at its next power-on. */
import type { CustomizationSpec } from '../../vim25/generated/index.ts';
import type { Verb } from '../../world/tasks.ts';
import { shortWork } from '../inventory/short-work.ts';
import type { Machine } from '../machine/machine.ts';
import { vmKind } from '../machine/virtual-machine.ts';
import type { MethodsOf } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { checkCustomization, customize, guardCustomizable } from './apply.ts';

const customizeMachine = shortWork<Machine, { readonly spec: CustomizationSpec }>({
  name: 'VirtualMachine.customize',
  kind: vmKind,
  guard(vm, { site, args }) {
    guardCustomizable(vm);
    checkCustomization(site, vm.state, args.spec);
  },
  change: (vm, { site, args }) => customize(site, vm, args.spec),
});

export const customizeMethods: MethodsOf<'VirtualMachine', Machine> = {
  CustomizeVM_Task: (call, self, { spec }) => call.startTask('VirtualMachine.customize', self as never, { spec }),
  CheckCustomizationSpec: (call, self, { spec }) => checkCustomization(call.site, self.state, spec),
};

export const customizeVerbs: readonly Verb<Site, never>[] = [customizeMachine];
