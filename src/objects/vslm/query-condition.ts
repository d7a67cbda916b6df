/** One condition of a query: a field, an operator and a value. */
import type { VslmVsoVStorageObjectQuerySpec } from '../../vim25/generated-vslm/index.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import { diskOf, type Fcd } from '../storage/first-class/first-class-disk.ts';
import { storeOf } from '../storage/first-class/reads.ts';

type Holds = (disk: Fcd) => boolean;
type Compare<T> = (is: T, asked: T) => boolean;

const ORDER: { readonly [operator: string]: Compare<string | number> } = {
  equals: (is, asked) => is === asked,
  notEquals: (is, asked) => is !== asked,
  lessThan: (is, asked) => is < asked,
  greaterThan: (is, asked) => is > asked,
  lessThanOrEqual: (is, asked) => is <= asked,
  greaterThanOrEqual: (is, asked) => is >= asked,
};

const TEXT: { readonly [operator: string]: Compare<string> } = {
  ...ORDER,
  contains: (is, asked) => is.includes(asked),
  startsWith: (is, asked) => is.startsWith(asked),
  endsWith: (is, asked) => is.endsWith(asked),
};

const TEXTS: { readonly [field: string]: (disk: Fcd) => readonly string[] } = {
  id: ({ state }) => [state.identity.id],
  name: ({ state }) => [state.said.name],
  datastoreMoId: (disk) => [storeOf(disk).value],
  metadataKey: ({ state }) => state.said.metadata.map(({ key }) => key),
  metadataValue: ({ state }) => state.said.metadata.map(({ value }) => value),
};

const NUMBERS: { readonly [field: string]: (disk: Fcd) => number | undefined } = {
  capacity: (disk) => {
    try {
      return Math.floor(diskOf(disk).capacity / 2 ** 20);
    } catch (error) {
      if (!(error instanceof VimFault)) throw error;
      return undefined;
    }
  },
  createTime: ({ state }) => state.identity.created,
};

/**
 * Throws InvalidArgument for more or less than one value, and what a vCenter has for any other query that means nothing,
 * backing objects among them: a SystemError that tells little.
 */
export function condition({ queryField, queryOperator, queryValue = [] }: VslmVsoVStorageObjectQuerySpec): Holds {
  const [value, ...more] = queryValue;
  if (value === undefined || more.length > 0) throw invalidArgument('values');
  if (Object.hasOwn(NUMBERS, queryField)) {
    const asked = queryField === 'createTime' ? instant(value) : Number(value);
    if (!Object.hasOwn(ORDER, queryOperator) || value.trim() === '' || Number.isNaN(asked)) throw senseless();
    const compare = ORDER[queryOperator]!;
    return (disk) => {
      const is = NUMBERS[queryField]!(disk);
      return is !== undefined && compare(is, asked);
    };
  }
  if (!Object.hasOwn(TEXTS, queryField) || !Object.hasOwn(TEXT, queryOperator)) throw senseless();
  const asked = queryField === 'datastoreMoId' && /^\d+$/.test(value) ? `datastore-${value}` : value;
  return (disk) => TEXTS[queryField]!(disk).some((is) => TEXT[queryOperator]!(is, asked));
}

/** A date, or milliseconds. */
function instant(value: string): number {
  return /^\d+$/.test(value) ? Number(value) : Date.parse(value);
}

function senseless(): VimFault {
  const fault = { _typeName: 'VslmFault', msg: 'Unexpected exception' };
  const faultCause = { _typeName: 'LocalizedMethodFault', fault, localizedMessage: fault.msg };
  return new VimFault('SystemError', { reason: 'Undeclared fault', faultCause });
}
