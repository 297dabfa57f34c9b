export { loadProgramme, loadProgrammes, ProgrammeInvalid } from './load-programme'
