import { choiceLabel, choiceValue, choiceWords } from '#src/strings/choices.ts';
import { factLabel, factText, isFactText } from '#src/strings/facts.ts';

type ChoiceName = keyof typeof choiceWords;

/** How a fact or choice is told, by the name under which the rules read it: `vm.zone`, `c.option`. */
interface ReadWords {
  /** The label of a field for it. */
  readonly label: string;
  /** A value as an entry of that field. */
  readonly option: (value: unknown) => string;
  /** Name and value where they stand alone. */
  readonly sentence: (value: unknown) => string;
}

/** The words of a fact or choice; of one that has none, its name and values as they are. */
export function readWords(name: string): ReadWords {
  if (isFactText(name)) {
    const say = (value: unknown) => factText(name, value);
    return { label: factLabel(name), option: say, sentence: say };
  }
  const choice = name.replace(/^c\./, '');
  const isKnown = isChoice(choice);
  const label = isKnown ? choiceLabel(choice) : name;
  const option = (value: unknown) =>
    isKnown ? choiceValue(choice, value) : (JSON.stringify(value) ?? '');
  return { label, option, sentence: (value) => `${label}: ${option(value)}` };
}

function isChoice(name: string): name is ChoiceName {
  return name in choiceWords;
}
