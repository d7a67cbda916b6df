import { VimFault } from '../world/fault.ts';

/** A method of the table that nothing does yet: NotSupported on the wire, told apart in the journal. */
export class Unbuilt extends VimFault {
  constructor(method: string) {
    super('NotSupported', {}, `The operation is not supported on the object. (${method} is not built in simsphere)`);
  }
}
