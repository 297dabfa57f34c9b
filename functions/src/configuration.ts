import { Configuration } from '@midwayjs/core'
import * as faas from '@midwayjs/faas'

/** No directory detector: classes are listed in modules.ts, so the same code runs in jest, in node and in one bundled file. */
@Configuration({ imports: [faas] })
export class MainConfiguration {}
