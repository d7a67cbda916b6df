/** What a server has to say beside its answers goes to stderr: warnings of fault rules, permissions that are only noted, defects. */
import type { Logger } from '../kernel/logger.ts';

const say = (level: string) => (message: string) => void process.stderr.write(`simsphere: ${level}: ${message}\n`);

export const consoleLogger: Logger = { debug() {}, info() {}, warn: say('warning'), error: say('error') };
