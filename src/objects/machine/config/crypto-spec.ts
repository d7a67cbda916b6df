/** ConfigSpec.crypto: what is asked of keys, where no host has any and no provider gives one. */
import type { CryptoSpec } from '../../../vim25/generated/index.ts';
import type { DataObject } from '../../../vim25/value.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';

/** Throws EncryptionKeyRequired naming the key, InvalidArgument for what only a machine with a key can be asked. */
export function guardCrypto(given: CryptoSpec | undefined, path: string): void {
  const spec = given as (DataObject & { readonly cryptoKeyId?: object; readonly newKeyId?: object }) | undefined;
  switch (spec?._typeName) {
    case undefined:
    case 'CryptoSpecNoOp':
      return;
    case 'CryptoSpecEncrypt':
    case 'CryptoSpecRegister':
      throw new VimFault('EncryptionKeyRequired', { requiredKey: [spec.cryptoKeyId] });
    default:
      throw invalidArgument(path);
  }
}
