import loadHighs from 'highs'
import wasmUrl from 'highs/runtime?url'
import { serveTask } from './serve-task'
import { solveOptimum, type OptimumAnswer, type OptimumProgress, type OptimumTask } from './solve-optimum'

serveTask<OptimumTask, OptimumProgress, OptimumAnswer>((task, report) =>
  solveOptimum(
    task,
    report,
    () => loadHighs({ locateFile: () => wasmUrl }),
    () => performance.now(),
  ),
)
