import { runStress } from '#domain/stress/run-stress'
import { serveTask } from './serve-task'

serveTask(runStress)
