import { Inject, Provide } from '@midwayjs/core'
import { ApiError } from '../platform/api-error'
import { STAFF_COOKIE } from '../platform/guard'
import { cookieOf, sealedCookie } from '../platform/http-context'
import type { HttpContext } from '../platform/http-context'
import type { Product } from '../platform/product'
import { Serve, ServeRaw } from '../platform/serve'
import type { Answer, Call } from '../platform/serve'
import { signInPatient } from './patient-sign-in'
import { beginWecomSignIn, finishWecomSignIn, signInPhysician, signInWithPassword, staffView } from './staff-sign-in'

const BEGIN_COOKIE = 'suixing_sign_in'
const PATH = '/api/console'

/** Signing in: patient and physician mini-programs, and the console through WeCom or a local account. */
@Provide()
export class SignInFunction {
  @Inject('product')
  product!: Product

  @Serve('patientSignIn')
  async patient({ body }: Call<'patientSignIn'>): Promise<Answer<'patientSignIn'>> {
    return signInPatient(this.product, body.code, body.entry)
  }

  @Serve('physicianSignIn')
  async physician({ body }: Call<'physicianSignIn'>): Promise<Answer<'physicianSignIn'>> {
    const { session, staff } = await signInPhysician(this.product, body.code, body.environment)
    return { ...session, staff: staffView(staff) }
  }

  @Serve('consoleSignInWays')
  async ways(_: Call<'consoleSignInWays'>): Promise<Answer<'consoleSignInWays'>> {
    const { corp, CONSOLE_ACCOUNT } = this.product.config
    return { ways: [...(corp ? (['wecom'] as const) : []), ...(CONSOLE_ACCOUNT ? (['password'] as const) : [])] }
  }

  @Serve('consolePasswordSignIn')
  async password({ body, ctx }: Call<'consolePasswordSignIn'>): Promise<Answer<'consolePasswordSignIn'>> {
    const { session, staff } = await signInWithPassword(this.product, body.account, body.password)
    ctx.set('set-cookie', this.staffCookie(session.token))
    return { staff: staffView(staff), clock: { now: this.product.clock.instant(), kind: this.product.clock.kind } }
  }

  @ServeRaw('get', '/api/console/sign-in/wecom', 'nobody-yet')
  async begin(ctx: HttpContext): Promise<string> {
    const { url, cookie } = await beginWecomSignIn(this.product)
    ctx.set('set-cookie', sealedCookie(BEGIN_COOKIE, cookie, { seconds: 600, path: PATH, https: this.https() }))
    return redirect(ctx, url)
  }

  @ServeRaw('get', '/api/console/sign-in/wecom/return', 'nobody-yet')
  async end(ctx: HttpContext): Promise<string> {
    try {
      const session = await finishWecomSignIn(
        this.product,
        ctx.query['code'] ?? '',
        ctx.query['state'] ?? '',
        cookieOf(ctx, BEGIN_COOKIE) ?? '',
      )
      ctx.set('set-cookie', [
        this.staffCookie(session.token),
        sealedCookie(BEGIN_COOKIE, '', { seconds: 0, path: PATH, https: this.https() }),
      ])
      return redirect(ctx, `${this.product.config.PUBLIC_URL}/console/`)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      return redirect(ctx, `${this.product.config.PUBLIC_URL}/console/sign-in?error=${error.code}`)
    }
  }

  @Serve('consoleSignOut')
  async signOut({ ctx }: Call<'consoleSignOut'>): Promise<Answer<'consoleSignOut'>> {
    ctx.set('set-cookie', sealedCookie(STAFF_COOKIE, '', { seconds: 0, path: PATH, https: this.https() }))
    return {}
  }

  @Serve('consoleMe')
  async me({ who }: Call<'consoleMe'>): Promise<Answer<'consoleMe'>> {
    const person = who?.kind === 'staff' ? await this.product.repositories.staff.byId(who.staffId) : null
    if (!person) throw new ApiError('not-signed-in', 'no session')
    return { staff: staffView(person), clock: { now: this.product.clock.instant(), kind: this.product.clock.kind } }
  }

  private https(): boolean {
    return this.product.config.PUBLIC_URL.startsWith('https:')
  }
  private staffCookie(token: string): string {
    return sealedCookie(STAFF_COOKIE, token, { seconds: 12 * 3600, path: PATH, https: this.https() })
  }
}

function redirect(ctx: HttpContext, url: string): string {
  ctx.status = 302
  ctx.set('location', url)
  ctx.type = 'text/plain'
  return ''
}
