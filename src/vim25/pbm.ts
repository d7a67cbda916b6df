/** The table of the storage policy API, read when first imported: its endpoint is not asked for in every run. */
import { Schema } from './schema.ts';
import { vim25 } from './vim25.ts';

export const pbm: Schema = Schema.read(new URL('../../wsdl/pbm.json', import.meta.url), vim25, {
  '1.0': '5.5',
  '2.0': '6.0',
});
