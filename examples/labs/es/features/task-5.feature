# language: es
@task-5 @needs:user-pool-exists
Característica: Tarea 5: Configurar el registro
  Los usuarios se registran solos. Verificación de atributos: la predeterminada. Atributos obligatorios: Name, Preferred username, Phone number.

  Antecedentes:
    Dado a learner has completed the lab

  @check:self-sign-up @points:1 @against:prowler.cognito_user_pool_self_registration_disabled
  Escenario: Los usuarios pueden registrarse solos
    Hint: Activa el registro propio (self-registration), para que un usuario se registre sin un administrador.
    Hint if "AdminCreateUserConfig.AllowAdminCreateUserOnly": Solo un administrador puede crear usuarios. Activa el registro propio (self-registration).
    Why: La aplicación del laboratorio tiene una página en la que los usuarios se registran.
    Classic wizard: Step 3, Configure sign-up experience > Self-service sign-up > Enable self-registration.
    Console: your user pool > Authentication > Sign-up > Self-service sign-up > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-admin-create-user-policy.html

    Entonces users should be able to sign themselves up

  @behaviour @check:anyone-can-sign-up @points:1 @needs:self-sign-up
  Escenario: Cualquiera puede registrarse solo
    Hint: Un registro con todos los atributos obligatorios y una buena contraseña debe aceptarse, sin un administrador.
    Why: Un registro que está activado aún puede rechazarse por otra razón.
    Classic wizard: Step 3, Configure sign-up experience > Self-service sign-up > Enable self-registration.
    Console: your user pool > Authentication > Sign-up > Self-service sign-up > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html

    Dado a visitor
    Cuando the visitor signs up
    Entonces the sign-up should be accepted

  @check:email-verified-at-sign-up @points:1
  Escenario: El correo electrónico se verifica en el registro
    Hint: Mantén la opción predeterminada, "Send email message, verify email address". Un grupo creado con la CLI, CloudFormation o Terraform no verifica nada si no se le dice: pon AutoVerifiedAttributes en email.
    Hint if "Phone number": Se verifica el teléfono, en lugar del correo o además. Elige "Send email message, verify email address".
    Hint if "none": No se verifica nada. Elige "Send email message, verify email address"; en la CLI, CloudFormation o Terraform, pon AutoVerifiedAttributes en email.
    Why: Una dirección que nunca se verificó puede ser de otra persona.
    Classic wizard: Step 3, Configure sign-up experience > Attribute verification and user account confirmation.
    Console: your user pool > Authentication > Sign-up > Attribute verification and user account confirmation > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-email-phone-verification.html

    Entonces the attributes verified at sign-up should be exactly "Email"

  @check:required-attributes @points:2
  Escenario: Name, Preferred username y Phone number son obligatorios
    Hint: En "Additional required attributes" elige name, preferred_username y phone_number, y ningún otro. Los atributos obligatorios quedan fijos una vez creado el grupo; un grupo con otros hay que crearlo de nuevo.
    Hint if without "name": El nombre no es obligatorio, o nada lo es. Crea el grupo de nuevo, con name, preferred_username y phone_number.
    Hint if without "preferred_username": El nombre de usuario preferido no es obligatorio. Crea el grupo de nuevo, con name, preferred_username y phone_number.
    Hint if without "phone_number": El teléfono no es obligatorio. Crea el grupo de nuevo, con name, preferred_username y phone_number.
    Hint if "SchemaAttributes[].Required": Se exige más que name, preferred_username y phone_number. Crea el grupo de nuevo, con estos tres.
    Why: La aplicación del laboratorio saluda por el nombre y llama por teléfono, y lo obligatorio no se puede cambiar nunca.
    Classic wizard: Step 3, Configure sign-up experience > Required attributes.
    Console: Create user pool > Required attributes for sign-up. Of a pool that exists: Authentication > Sign-up.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html

    Entonces the required attributes should be exactly
      | Name               |
      | Preferred username |
      | Phone number       |

  @behaviour @check:sign-up-needs-attributes @points:1 @needs:required-attributes @needs:anyone-can-sign-up
  Escenario: Un registro al que le falta un atributo obligatorio se rechaza
    Hint: Un registro sin nombre, sin nombre de usuario preferido o sin teléfono debe rechazarse.
    Why: Lo que es obligatorio y no se pide faltaría en la aplicación.
    Classic wizard: Step 3, Configure sign-up experience > Required attributes.
    Console: Create user pool > Required attributes for sign-up. Of a pool that exists: Authentication > Sign-up.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html

    Dado a visitor
    Cuando the visitor signs up, each time without one of
      | Name               |
      | Preferred username |
      | Phone number       |
    Entonces each of these sign-ups should be refused
