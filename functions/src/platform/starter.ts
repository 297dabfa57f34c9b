import type { Framework as MidwayFaaSFramework } from '@midwayjs/faas'
import { AbstractBootstrapStarter } from '@midwayjs/faas'
import * as configuration from '../configuration'
import { modules } from '../modules'
import { FrameworkLog } from './framework-log'
import type { Product } from './product'

/** Provider-neutral start of the Midway FaaS framework with the product in its container. */
export class Starter extends AbstractBootstrapStarter {
  constructor(private readonly product: Product) {
    super({ appDir: '', baseDir: '' } as never)
  }
  async begin(): Promise<MidwayFaaSFramework> {
    await this.initFramework({
      appDir: '',
      baseDir: '',
      imports: [configuration],
      preloadModules: modules,
      loggerFactory: new FrameworkLog(this.product.log),
      globalConfig: {
        keys: 'unused',
        faas: {
          tracing: { enable: false },
          applicationAdapter: { getFunctionName: () => 'suixing', getFunctionServiceName: () => 'suixing' },
        },
      },
    } as never)
    this.applicationContext.registerObject('product', this.product)
    const framework = this.framework as MidwayFaaSFramework & { loadFunction(): Promise<void> }
    await framework.loadFunction()
    return framework
  }
  onStart(): Promise<unknown> {
    return Promise.resolve()
  }
  onInit(): Promise<void> {
    return Promise.resolve()
  }
  onRequest(): Promise<unknown> {
    throw new Error('requests come in through the host')
  }
  onClose(): Promise<void> {
    return Promise.resolve()
  }
}
