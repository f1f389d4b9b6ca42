import { choiceLabel, choiceSentence, choiceValue, isChoice } from '#src/strings/choices.ts';
import { factLabel, factText, isFactName } from '#src/rules/facts.ts';

/** Texts for a fact or choice, by its name in the rules: `vm.zone`, `c.option`. */
interface ReadWords {
  /** The label of a field for it. */
  readonly label: string;
  /** A value as an option of that field. */
  readonly option: (value: unknown) => string;
  /** Name and value in one line. */
  readonly sentence: (value: unknown) => string;
}

/** The words of a fact or choice; without words, its name and values unchanged. */
export function readWords(name: string): ReadWords {
  if (isFactName(name)) {
    const say = (value: unknown) => factText(name, value);
    return { label: factLabel(name), option: say, sentence: say };
  }
  const choice = name.replace(/^c\./, '');
  const isKnown = isChoice(choice);
  return {
    label: isKnown ? choiceLabel(choice) : name,
    option: (value) => (isKnown ? choiceValue(choice, value) : (JSON.stringify(value) ?? '')),
    sentence: (value) => choiceSentence(name, value),
  };
}
