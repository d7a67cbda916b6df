/** A question is put to whoever looks after a machine, and answered: work that waited for it goes on or is given up. */
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { TaskFacets } from '../../../world/task.ts';
import { isOpen, type Outcome } from '../../../world/tasks.ts';
import type { Call } from '../../call.ts';
import { post } from '../../history/post.ts';
import type { MethodsOf } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import type { Machine } from '../machine.ts';
import { touched, type Vm } from '../work.ts';
import { type Asking, answerAtHand, type Choice, messageOf, type Question } from './question.ts';
import { kill } from './running.ts';
import { takeUp } from './take-up.ts';

/** What a step that waits for an answer keeps: answers already given, by the id of the message. */
export interface Answers {
  readonly answers?: Readonly<Record<string, string>> | undefined;
}

/** A step that waits until AnswerVM calls it again. */
export function waiting(step: string, state?: unknown): Outcome {
  return {
    next: step,
    after: Number.POSITIVE_INFINITY,
    waits: true,
    percent: 95,
    ...(state !== undefined && { state }),
  };
}

/** Puts a question, unless the machine's options answer it: then gives the choice they make. Inside a turn. */
export function ask(site: Site, vm: Vm, asking: Asking): Choice | undefined {
  const choice = answerAtHand(vm.state.config.extra, asking);
  if (choice) {
    follow(site, vm, asking, choice);
    return choice;
  }
  const question: Question = Object.freeze({ ...asking, id: `_vmx${site.world.numbers.next('#question')}` });
  site.world.update(vm, { question });
  const said = { message: asking.text, messageInfo: [messageOf(asking)] };
  post(site, '', 'VmMessageEvent', said, { entity: vm as unknown as Cell });
  return undefined;
}

/** What an answer changes by itself, inside a turn. */
function follow(site: Site, vm: Vm, asking: Asking, choice: Choice): void {
  if (choice.leadsTo === 'powerOff') kill(site, vm);
  if (asking.message === 'msg.uuid.altered' && choice.label === 'button.uuid.copiedTheVM') renewed(site, vm);
}

/** A copy gets an identity of its own. */
function renewed(site: Site, vm: Vm): void {
  const oldUuid = vm.state.identity.uuid;
  const uuid = site.ids.biosUuid(`copied/${vm.id}/${site.world.numbers.next('#copied')}`);
  site.world.update(vm, { identity: Object.freeze({ ...touched(site, vm), uuid }) });
  post(site, '', 'VmUuidChangedEvent', { oldUuid, newUuid: uuid }, { entity: vm as unknown as Cell });
}

function answer(call: Call, vm: Vm, questionId: string, answerChoice: string): void {
  const { question } = vm.state;
  if (question?.id !== questionId) throw invalidArgument('questionId');
  const choice = question.choices.find((c) => c.key === answerChoice);
  if (!choice) throw invalidArgument('answerChoice');
  settle(call.site, vm, question, choice);
}

/** The question is answered, and what waited for that goes on or is given up. */
export function settle(site: Site, vm: Vm, question: Question, choice: Choice): void {
  site.world.turn(() => {
    site.world.update(vm, { question: undefined });
    follow(site, vm, question, choice);
  });
  const given = { [question.message]: choice.key };
  const refused =
    choice.leadsTo === 'giveUp' || choice.leadsTo === 'powerOff'
      ? new VimFault('GenericVmConfigFault', { reason: `${question.message}: ${choice.summary}` })
      : undefined;
  for (const task of waitingOn(vm)) takeUp(site, task, given, refused);
}

/** Tasks on the machine that wait for its question to be answered. */
function waitingOn(vm: Vm): Cell<TaskFacets>[] {
  return [...vm.back<TaskFacets>('task')].filter(
    (task) =>
      isOpen(task) && task.state.progress.due === Number.POSITIVE_INFINITY && task.state.progress.waits === true,
  );
}

export const askMethods: MethodsOf<'VirtualMachine', Machine> = {
  AnswerVM: (call, self, { questionId, answerChoice }) => answer(call, self, questionId, answerChoice),
};
