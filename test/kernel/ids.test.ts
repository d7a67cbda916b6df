import { expect, it } from 'vitest';
import { Ids } from '../../src/kernel/ids.ts';

it.each([
  ['mac', '1e1307fe-7fa3-5d2a-b043-f058c37982b5'],
  ['group-v3/DC0_C0_RP0_VM0', '7ba3f834-6abc-50a6-93fb-af87f72633c1'],
  ['größe', '9e57c5bb-5b90-577e-8f46-98a08d082159'],
])('the uuid of %s is that of RFC 9562, version 5', (name, uuid) => {
  expect(new Ids('simsphere').uuid(name)).toBe(uuid);
});
