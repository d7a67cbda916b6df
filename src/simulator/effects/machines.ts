/** What may befall machines and their guests. */
import type { Shape } from '../../faults/shape.ts';
import { nameOf } from '../../objects/call.ts';
import { hang } from '../../objects/compute/ha/monitoring.ts';
import { setLoad } from '../../objects/compute/load/set-load.ts';
import { letFail, letSucceed } from '../../objects/customization/fates.ts';
import { afflictWithQuestion, crash, lose, settleQuestion } from '../../objects/machine/afflictions.ts';
import { plugCards } from '../../objects/machine/device/cable.ts';
import type { Machine } from '../../objects/machine/machine.ts';
import { vmKind } from '../../objects/machine/virtual-machine.ts';
import type { Site } from '../../objects/site.ts';
import type { Cell } from '../../world/cell.ts';
import { machines, text, type WorldEffectVerb, word } from './verb.ts';

function powerOff(site: Site, vm: Cell<Machine>): void {
  const cell = vm as unknown as Cell;
  if (vm.state.power.state !== 'poweredOn') return;
  site.world.turn(() =>
    site.tasks.start({
      verb: 'VirtualMachine.powerOff',
      name: 'PowerOffVM_Task',
      entity: cell.ref,
      entityName: nameOf(cell),
      target: cell.ref,
      args: {},
      reason: { _typeName: 'TaskReasonSystem' },
      user: '',
      opId: '',
      parentKey: undefined,
    }),
  );
}

const percent: Shape = { kind: 'number', min: 0, max: 100, about: 'of what it has, in percent' };
const words: Shape = { kind: 'either', of: [{ kind: 'list', of: { kind: 'text' } }, { kind: 'text' }] };
const CARD = { card: { kind: 'number', whole: true, min: 1, about: 'its number, from 1; all when left out' } as Shape };
const QUESTION = {
  message: text('id of the message, such as msg.hbacommon.outofspace'),
  text: text('the question'),
  choices: { ...words, about: 'the answers there are' },
  default: { kind: 'either', of: [{ kind: 'number' }, { kind: 'text' }], about: 'one of them' } as Shape,
  giveUp: { ...words, about: 'answers that end the work' },
  powerOff: { ...words, about: 'answers that end the VM' },
};

/** Customizations to come of machines of a name fail; without a name those of the machine that the call is on. */
const failCustomizations: WorldEffectVerb = {
  takes: { name: text('VMs of that name'), failure: text('how'), reason: text('why') },
  run(site, { name, failure, reason }, self) {
    const of = name ?? (self?.is(vmKind.type) ? nameOf(self) : '*');
    letFail(site, String(of), word(failure), word(reason));
  },
};

const letCustomizationsBe: WorldEffectVerb = {
  takes: { name: text('VMs of that name') },
  run: (site, { name }) => letSucceed(site, word(name)),
};

export const machineEffects: readonly (readonly [string, WorldEffectVerb])[] = [
  ['vm.powerOff', machines((site, vm) => powerOff(site, vm))],
  ['vm.crash', machines((site, vm) => crash(site, vm))],
  ['vm.hang', machines(hang)],
  ['vm.load', machines(setLoad, { cpu: percent, memory: percent })],
  ['vm.orphan', machines((site, vm) => lose(site, vm, 'orphaned'))],
  ['vm.adopt', machines((site, vm) => lose(site, vm, undefined))],
  ['vm.ask', machines(afflictWithQuestion, QUESTION)],
  [
    'vm.answer',
    machines((site, vm, { choice }) => settleQuestion(site, vm, word(choice)), {
      choice: text('key or words of the answer; the default when left out'),
    }),
  ],
  ['vm.unplug', machines((site, vm, { card }) => plugCards(site, vm, false, card as number | undefined), CARD)],
  ['vm.plug', machines((site, vm, { card }) => plugCards(site, vm, true, card as number | undefined), CARD)],
  ['customization.fail', failCustomizations],
  ['customization.succeed', letCustomizationsBe],
];
