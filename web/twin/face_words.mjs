// The words that both faces add to what a node says, made of src/view/face_words.inc by web/site/generate.mjs.
//
// Does not decide where they stand.
export const faceWords = {
  error: 'Error',
  warning: 'Warning',
  success: 'Good',
  information: 'Note',
  optional: '(optional)',
  select: 'Select',
  choose_file: 'Choose file',
  or_drop_it: 'or drop it here',
  suggestions: 'Suggestions',
  no_suggestions: 'No suggestions',
  what_it_says: 'what it says',
  skip_steps: 'Skip the list of steps',
};
