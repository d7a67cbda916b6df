#!/usr/bin/env node
/** Starts the command `simsphere`, which the build leaves beside this file in a form that takes no time to compile. */
import { fileURLToPath } from 'node:url';
import { CompiledCode } from './compiled-code.ts';

new CompiledCode().load(fileURLToPath(new URL('../command/command.cjs', import.meta.url)));
