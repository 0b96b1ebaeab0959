# language: ar
@task-7 @needs:user-pool-exists
خاصية: المهمة 7: دمج التطبيق
  يحصل المجمّع على اسمه وعلى عميل تطبيق اسمه kekeclient. سرّ العميل اختياري.

  الخلفية:
    بفرض a learner has completed the lab

  @check:user-pool-name @points:1
  سيناريو: لمجمّع المستخدمين اسمه
    Hint: أعطِ المجمّع الاسم الذي اتفق عليه الصف. تخترع وحدة التحكم الحالية اسمًا، فغيّره بعد ذلك.
    Hint if "Name": للمجمّع اسم آخر. تُراعى الأحرف الكبيرة والصغيرة والمسافات. سمّه بالاسم الذي اتفق عليه الصف.
    Why: باسمه يُعثر على المجمّع بين غيره.
    Classic wizard: Step 5, Integrate your app > User pool name.
    Console: your user pool > Overview > Rename.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/getting-started-user-pools.html

    ثم the user pool should have the name that the class agreed on

  @check:app-client @points:2
  سيناريو: يوجد عميل تطبيق اسمه kekeclient
    Hint: أنشئ عميل تطبيق باسم kekeclient مكتوبًا هكذا تمامًا. في وحدة التحكم الحالية يأخذ العميل اسم التطبيق.
    Hint if "none": لا يوجد عميل تطبيق بعد. أنشئ واحدًا باسم kekeclient.
    Hint if "UserPoolClients[].ClientName": توجد عملاء تطبيق وليس بينها واحد باسم kekeclient: تُراعى الأحرف الكبيرة والصغيرة والمسافات. غيّر اسم أحدها أو أنشئ آخر.
    Why: يُدخل التطبيق مستخدميه عبر عميل خاص به.
    Classic wizard: Step 5, Integrate your app > Initial app client > App client name.
    Console: your user pool > Applications > App clients > Create app client.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html

    ثم there should be an app client named "kekeclient"
