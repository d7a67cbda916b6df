/** Versions of VMware Tools, as the API writes them: 12.4.0 is 12 * 1024 + 4 * 32. */

/** What a distribution's own packages bring, unless somebody says otherwise. */
export const OPEN_VM_TOOLS = '12352';

/** What the hosts' installer brings: 12.4.0, as ESXi 8.0 U3 has it. */
export const LATEST_TOOLS = '12416';
