export { OptimumPanel } from './optimum-panel'
