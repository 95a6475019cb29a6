// The classes that give a part of a figure or a formula the colour of its quantity; prose.css has a rule for each.
export const quantityClasses: readonly string[] = [
  'c-theta',
  'c-phi',
  'c-support',
  'c-query',
  'c-first',
  'c-second',
  'c-sum',
  'c-true',
  'c-good',
  'c-bad',
  'c-muted',
];
