/** Rules in a scenario, checked by the room of rules and complained of by line and column. */
import { checkRule, type Vocabulary } from '../faults/check-rule.ts';
import type { Rule } from '../faults/rule.ts';
import { RuleError } from '../faults/rule-error.ts';
import { ruleVocabulary } from '../simulator/vocabulary.ts';
import { vim25 } from '../vim25/vim25.ts';
import type { ScenarioDocument } from './document.ts';
import type { Path } from './scenario-error.ts';

export const VOCABULARY: Vocabulary = ruleVocabulary(vim25);

/** `id` is what a rule is called that does not say. */
export function checkedRule(document: ScenarioDocument, rule: unknown, id: string, path: Path): Rule {
  return complaining(document, 0, () => checkRule(VOCABULARY, rule, id, path));
}

/** What befalls the world, as an entry of a timeline has it: the same words as in a rule's effect. */
export function checkWorld(document: ScenarioDocument, world: unknown, path: Path): void {
  const rule = { effect: { world } };
  complaining(document, 2, () => checkRule(VOCABULARY, rule, 'timeline', []), path);
}

/** `skip` of the path's words stand in the rule and not in the document. */
function complaining<T>(document: ScenarioDocument, skip: number, check: () => T, above: Path = []): T {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    const message = error.message.slice(error.message.indexOf(': ') + 2);
    throw document.error([...above, ...error.path.slice(skip)], message);
  }
}
