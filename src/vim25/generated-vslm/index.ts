// Generated from wsdl/vslm.json (pyvmomi 9.1.1.0) by `npm run gen`. Do not edit.

export type * from './data.ts';
export type * from './enums.ts';
export type * from './managed.ts';
