/**
 * How the page for young people, which comes last, begins in the HTML of a version. No text that a person typed can hold it:
 * every `<` of theirs is escaped.
 */
export const youngPeopleOpening = '<section class="document-section young-people"';
