import '../../functions/src/modules'
import { declaredTriggers } from '../../functions/src/platform/serve'
import { consoleRoles } from '../../functions/src/platform/guard'
import { routes } from '../../packages/contracts/src/index'

/** Prints what the code declares: every trigger, and every route of the contract. A program of its own, since it loads the whole host. */
const contract = Object.entries(routes).map(([name, { method, path, guard }]) => ({ name, method, path, guard }))
process.stdout.write(`${JSON.stringify({ triggers: declaredTriggers, routes: contract, staffRoles: consoleRoles })}\n`)
