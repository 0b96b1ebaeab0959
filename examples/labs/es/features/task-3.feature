# language: es
@task-3 @needs:user-pool-exists
Característica: Tarea 3: Configurar el inicio de sesión
  Provider types: Cognito user pool. Cognito user pool sign-in options: Email.

  Antecedentes:
    Dado a learner has completed the lab

  @check:provider-cognito @points:1
  Escenario: El grupo de usuarios es el único proveedor
    Hint: Elige "Cognito user pool" y ningún proveedor de identidad federado. Si añadiste uno, bórralo.
    Hint if "Google", "Facebook", "LoginWithAmazon": El grupo admite usuarios de un proveedor social. Borra ese proveedor de identidad.
    Hint if "Identity providers": El grupo admite usuarios de un proveedor externo, por SAML u OpenID Connect. Borra ese proveedor de identidad.
    Why: Los usuarios del laboratorio tienen sus cuentas en el propio grupo.
    Classic wizard: Step 1, Configure sign-in experience > Provider types.
    Console: your user pool > Authentication > Social and external providers > Delete identity provider.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation.html

    Entonces the provider types should be exactly "Cognito user pool"

  @check:sign-in-email-only @points:2
  Escenario: Los usuarios inician sesión con su correo electrónico
    Hint: Marca "Email" y nada más: si también está marcado "User name", el correo es solo un alias. Las opciones quedan fijas una vez creado el grupo; un grupo con otras hay que crearlo de nuevo.
    Hint if "AliasAttributes": "User name" también está marcado, y las direcciones son solo alias. Crea el grupo de nuevo, solo con "Email".
    Hint if "none": Los usuarios de este grupo inician sesión con un nombre de usuario. Crea el grupo de nuevo, solo con "Email".
    Hint if "Phone number": "Phone number" está marcado, en lugar de "Email" o además. Crea el grupo de nuevo, solo con "Email".
    Why: Una dirección que el usuario ya conoce no es otro nombre que olvidar, y las opciones no se pueden cambiar nunca.
    Classic wizard: Step 1, Configure sign-in experience > Cognito user pool sign-in options.
    Console: Create user pool > Options for sign-in identifiers. Of a pool that exists: Authentication > Sign-in.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html

    Entonces the sign-in options should be exactly "Email"

  @behaviour @check:signs-in-by-email @points:1 @needs:sign-in-email-only
  Escenario: Un usuario inicia sesión con su correo y con nada más
    Hint: El correo debe abrir la puerta; ni el teléfono ni el nombre de usuario preferido deben abrirla.
    Why: Lo que no es una opción de inicio de sesión tampoco debe abrir la puerta.
    Classic wizard: Step 1, Configure sign-in experience > Cognito user pool sign-in options.
    Console: Create user pool > Options for sign-in identifiers. Of a pool that exists: Authentication > Sign-in.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html

    Dado a user of the pool with a password
    Cuando the user tries to sign in by each of
      | Email              |
      | Phone number       |
      | Preferred username |
    Entonces only the sign-in by "Email" should be accepted
