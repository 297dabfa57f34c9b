import type { ILogger } from '@midwayjs/core'
import { LoggerFactory } from '@midwayjs/core'
import type { Logger } from './log'

/** Sends what the framework says into our log: its news (routes loaded, steps taken) at debug, its warnings and errors as they are. */
export class FrameworkLog extends LoggerFactory<ILogger, object> {
  private readonly logger: ILogger

  constructor(log: Logger) {
    super()
    const at =
      (level: 'debug' | 'warn' | 'error') =>
      (...said: unknown[]) =>
        log[level]({ framework: text(said) })
    this.logger = { debug: at('debug'), info: at('debug'), warn: at('warn'), error: at('error') }
  }
  createLogger(): ILogger {
    return this.logger
  }
  getLogger(): ILogger {
    return this.logger
  }
  createContextLogger(): ILogger {
    return this.logger
  }
  getDefaultMidwayLoggerConfig() {
    return { midwayLogger: { default: {}, clients: { coreLogger: {}, appLogger: {} } } }
  }
  close(): void {}
  removeLogger(): void {}
}

const text = (said: readonly unknown[]): string =>
  said.map((part) => (part instanceof Error ? part.message : String(part))).join(' ')
