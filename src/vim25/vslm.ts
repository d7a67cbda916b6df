/** The table of the API for first class disks of a whole vCenter, read when first imported. */
import { Schema } from './schema.ts';
import { vim25 } from './vim25.ts';

export const vslm: Schema = Schema.read(new URL('../../wsdl/vslm.json', import.meta.url), vim25, { '1.0': '6.7.2' });
