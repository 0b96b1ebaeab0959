# language: es
@task-4 @needs:user-pool-exists
Característica: Tarea 4: Configurar los requisitos de seguridad
  Password policy mode: Cognito defaults. Multi-factor authentication: No MFA.

  Antecedentes:
    Dado a learner has completed the lab

  @check:password-policy-default @points:2 @control:securityhub.Cognito.3
  Escenario: La política de contraseñas es la predeterminada de Cognito
    Hint: Elige "Cognito defaults". Una política personalizada con los mismos valores vale igual.
    Hint if "Policies.PasswordPolicy.MinimumLength": La longitud mínima es otra. Elige "Cognito defaults", que pide 8 caracteres.
    Hint if "Policies.PasswordPolicy.TemporaryPasswordValidityDays": Las contraseñas temporales duran otro tiempo. Elige "Cognito defaults", que da 7 días.
    Hint if "Policies.PasswordPolicy.PasswordHistorySize": Se recuerdan contraseñas anteriores. Elige "Cognito defaults", que no recuerda ninguna.
    Hint if "Policies.PasswordPolicy.RequireUppercase", "Policies.PasswordPolicy.RequireLowercase", "Policies.PasswordPolicy.RequireNumbers", "Policies.PasswordPolicy.RequireSymbols": Falta exigir una clase de carácter. Elige "Cognito defaults", que exige las cuatro.
    Why: La longitud y cuatro clases de caracteres hacen lento adivinar; una contraseña temporal que dura puede encontrarla otra persona.
    Classic wizard: Step 2, Configure security requirements > Password policy mode.
    Console: your user pool > Authentication > Authentication methods > Password policy > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-policies.html

    Entonces the password policy should be
      | Minimum length               | 8        |
      | Uppercase letter             | required |
      | Lowercase letter             | required |
      | Number                       | required |
      | Special character            | required |
      | Days a temporary one is good | 7        |
      | Earlier ones remembered      | 0        |

  @behaviour @check:weak-passwords-refused @points:1 @needs:password-policy-default
  Escenario: Las contraseñas débiles se rechazan y una buena se acepta
    Hint: Cada contraseña débil incumple una regla de las predeterminadas de Cognito y cumple las otras cuatro.
    Why: Una política que existe y no se aplica no protege a nadie.
    Classic wizard: Step 2, Configure security requirements > Password policy mode.
    Console: your user pool > Authentication > Authentication methods > Password policy > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-policies.html

    Dado a user of the pool
    Cuando the user is given each of these passwords in turn
      | Sh0rt!a        | too short            |
      | l0wercase-all  | no uppercase letter  |
      | UPPERCASE-4LL  | no lowercase letter  |
      | No-Numbers-At  | no number            |
      | N0SymbolsAt4ll | no special character |
      | G00d-enough!   | keeps every rule     |
    Entonces only the password "G00d-enough!" should be accepted

  @check:mfa-off @points:1 @against:securityhub.Cognito.5
  Escenario: No hay autenticación multifactor
    Hint: Elige "No MFA". Los usuarios del laboratorio no tienen un segundo factor.
    Hint if "Optional MFA": Los usuarios pueden configurar un segundo factor. Elige "No MFA".
    Hint if "Require MFA": Cada usuario tiene que configurar un segundo factor, y los del laboratorio no pueden. Elige "No MFA".
    Why: El laboratorio trata del propio grupo; un grupo del que la gente depende debería pedir un segundo factor.
    Classic wizard: Step 2, Configure security requirements > Multi-factor authentication > MFA enforcement.
    Console: your user pool > Authentication > Sign-in > Multi-factor authentication > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html

    Entonces multi-factor authentication should be "No MFA"

  @behaviour @check:no-second-factor @points:1 @needs:mfa-off
  Escenario: Un usuario inicia sesión solo con la contraseña
    Hint: Tras la contraseña correcta no se debe pedir nada más.
    Why: Con otra pregunta después de la contraseña, los usuarios del laboratorio no podrían entrar.
    Classic wizard: Step 2, Configure security requirements > Multi-factor authentication > MFA enforcement.
    Console: your user pool > Authentication > Sign-in > Multi-factor authentication > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html

    Dado a user of the pool with a password
    Cuando the user signs in
    Entonces no second factor should be asked for
