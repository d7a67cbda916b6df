/** Questions: what a machine's process waits for somebody to answer, and the answers its options give by themselves. */
import type {
  ChoiceOption,
  OptionValue,
  VirtualMachineMessage,
  VirtualMachineQuestionInfo,
} from '../../../vim25/generated/index.ts';

/** What an answer leads to: the work goes on, the task is given up, or the machine is switched off. */
export type Consequence = 'goOn' | 'giveUp' | 'powerOff';

export interface Choice {
  /** What AnswerVM takes: `0`. */
  readonly key: string;
  /** `button.uuid.copiedTheVM` */
  readonly label: string;
  readonly summary: string;
  /** `goOn` unless said. */
  readonly leadsTo?: Consequence | undefined;
}

/** A question before it is put. */
export interface Asking {
  /** `msg.uuid.altered` */
  readonly message: string;
  readonly text: string;
  readonly choices: readonly Choice[];
  /** Position of the choice that is made when nobody is to be asked. */
  readonly defaultIndex: number;
}

export interface Question extends Asking {
  /** `_vmx1`: QuestionInfo.id. */
  readonly id: string;
}

type Options = readonly OptionValue[] | undefined;

function option(options: Options, key: string): string | undefined {
  const value = options?.find((o) => o.key.toLowerCase() === key.toLowerCase())?.value;
  return value === undefined ? undefined : String(value);
}

const plain = (text: string) => text.replaceAll('_', '').trim().toLowerCase();

/**
 * The choice that a machine's options make: `answer.msg.uuid.altered = "I copied it"` names one by its words, label or
 * key; `msg.autoAnswer = TRUE` takes the default.
 */
export function answerAtHand(options: Options, asking: Asking): Choice | undefined {
  const given = option(options, `answer.${asking.message}`);
  if (given !== undefined) {
    const chosen = asking.choices.find((c) => [c.key, c.label, c.summary].some((name) => plain(name) === plain(given)));
    if (chosen) return chosen;
  }
  return plain(option(options, 'msg.autoAnswer') ?? '') === 'true' ? asking.choices[asking.defaultIndex] : undefined;
}

/** As `runtime.question` shows it. */
export function questionInfo({ id, message, text, choices, defaultIndex }: Question): VirtualMachineQuestionInfo {
  const choice: ChoiceOption = {
    _typeName: 'ChoiceOption',
    choiceInfo: choices.map(({ key, label, summary }) => ({ _typeName: 'ElementDescription', label, summary, key })),
    defaultIndex,
  };
  return { _typeName: 'VirtualMachineQuestionInfo', id, text, choice, message: [messageOf({ message, text })] };
}

export function messageOf({ message, text }: Pick<Asking, 'message' | 'text'>): VirtualMachineMessage {
  return { _typeName: 'VirtualMachineMessage', id: message, text };
}
