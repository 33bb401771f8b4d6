import { readContacts, type ReadAnswer, type ReadInput, type ReadProgress } from './imports/read-contacts'
import { serveTask } from './serve-task'

/** Files from outside are read here: no file of anybody's can hold or fill the page. */
serveTask<ReadInput, ReadProgress, ReadAnswer>((input, report) => readContacts(input, report))
