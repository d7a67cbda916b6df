/** Questions that ESXi is known to ask, by the id of their message. */
import type { Asking } from './question.ts';

export const KNOWN_QUESTIONS: { readonly [message: string]: Asking | undefined } = {
  'msg.uuid.altered': {
    message: 'msg.uuid.altered',
    text: 'This virtual machine was moved or copied, it seems. Which of the two? If you are not sure, answer "I Copied It".',
    choices: [
      { key: '0', label: 'button.uuid.cancel', summary: 'Cancel', leadsTo: 'giveUp' },
      { key: '1', label: 'button.uuid.movedTheVM', summary: 'I Moved It' },
      { key: '2', label: 'button.uuid.copiedTheVM', summary: 'I Copied It' },
    ],
    defaultIndex: 2,
  },
  'msg.hbacommon.outofspace': {
    message: 'msg.hbacommon.outofspace',
    text: 'The datastore has no room left for a virtual disk. Free some and retry, or cancel to switch the machine off.',
    choices: [
      { key: '0', label: 'button.retry', summary: 'Retry' },
      { key: '1', label: 'button.abort', summary: 'Cancel', leadsTo: 'powerOff' },
    ],
    defaultIndex: 0,
  },
  'msg.cdromdisconnect.locked': {
    message: 'msg.cdromdisconnect.locked',
    text: 'The guest has locked the CD-ROM door and is probably using the CD-ROM. Disconnect anyway?',
    choices: [
      { key: '0', label: 'button.yes', summary: 'Yes' },
      { key: '1', label: 'button.no', summary: 'No', leadsTo: 'giveUp' },
    ],
    defaultIndex: 1,
  },
  'msg.serial.file.open': {
    message: 'msg.serial.file.open',
    text: 'The output file of a serial port exists. Replace its contents, or append to them?',
    choices: [
      { key: '0', label: 'button.serial.file.replace', summary: 'Replace' },
      { key: '1', label: 'button.serial.file.append', summary: 'Append' },
      { key: '2', label: 'button.cancel', summary: 'Cancel', leadsTo: 'giveUp' },
    ],
    defaultIndex: 1,
  },
};
