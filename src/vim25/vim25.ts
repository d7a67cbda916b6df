/** The vim25 table, read once per process and never written. */
import { Schema } from './schema.ts';

export const vim25: Schema = Schema.read(new URL('../../wsdl/vim25.json', import.meta.url));
