export { RightsRoom } from './rights-room'
export { CitationText } from './citation-text'
export { useRuleWords } from './use-rule-words'
