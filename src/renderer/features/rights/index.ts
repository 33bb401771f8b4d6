export { RightsRoom } from './rights-room'
export { CitationText } from './citation-text'
export { fromText } from './rights-selectors'
export { useRuleWords } from './use-rule-words'
